import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { caseQuery, ProblemError } from "../../../shared/api/index.ts";
import { Failure, useTitle } from "../../../shared/ui/index.ts";
import { CaseDesk } from "./case-desk.tsx";
import { CaseMissing } from "./case-missing.tsx";
import { CaseSkeleton } from "./case-skeleton.tsx";
import "./page.css";

/** Route `/cases/:no`. */
export function CasePage() {
  const { no = "" } = useParams();
  const { data, error, refetch } = useQuery(caseQuery(no));
  useTitle(no);
  if (data) return <CaseDesk key={data.no} detail={data} onReload={refetch} />;
  if (error instanceof ProblemError && (error.status === 404 || error.status === 403)) return <CaseMissing no={no} />;
  if (error)
    return (
      <div className="case-alone">
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  return <CaseSkeleton />;
}
