import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PledgeBoard } from "@xiuhua/server/api";
import { listOf, type Pledge } from "./pledges.ts";

interface PledgeCardProps {
  readonly pledge: Pledge;
  readonly board: PledgeBoard;
  readonly procedure: string | undefined;
}

/** One pledge in the page's own words, how it is measured, and in how many cases it was not kept. */
export function PledgeCard({ pledge, board, procedure }: PledgeCardProps) {
  const { t } = useTranslation("pledges");
  const count = board.total[pledge];
  return (
    <Link className="pledge-card" data-broken={count > 0} to={listOf(pledge, undefined, procedure)}>
      <strong>{t(`pledge.${pledge}`)}</strong>
      <span className="pledge-count number">{count}</span>
      <small>{t(`measure.${pledge}`, { ...board.limits })}</small>
    </Link>
  );
}
