import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Failure } from "../../shared/ui/index.ts";
import { PledgeCard } from "./pledge-card.tsx";
import { pledges } from "./pledges.ts";
import { pledgesQuery } from "./queries.ts";
import { UnitTable } from "./unit-table.tsx";

/** The four figures, and the units that they fall on. */
export function Board({ procedure }: { readonly procedure: string | undefined }) {
  const board = useQuery(pledgesQuery(procedure));
  if (board.error) return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <Skeleton active />;
  return (
    <>
      <div className="pledge-cards">
        {pledges.map((pledge) => (
          <PledgeCard key={pledge} pledge={pledge} board={board.data} procedure={procedure} />
        ))}
      </div>
      <UnitTable units={board.data.units} procedure={procedure} />
    </>
  );
}
