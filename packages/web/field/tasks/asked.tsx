import { useQuery } from "@tanstack/react-query";
import type { CaseDetail } from "@xiuhua/server/api";
import { proceduresQuery } from "../../shared/api/index.ts";
import { fieldsOf } from "../../shared/case/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { kept } from "../kept/index.ts";

/** What was written by whoever sent it here: why it comes back, what to look at. To whom it was sent, one knows. */
export function Asked({ detail }: { detail: CaseDetail }) {
  const say = useSay();
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  const last = detail.timeline.at(-1);
  if (!last || last.from === undefined) return null;
  const action = data?.find((one) => one.id === detail.procedure)?.actions[last.action];
  const written = fieldsOf(action?.input).filter(({ widget }) => widget === "text" || widget === "longText");
  const told = last.details.filter(({ title }) => written.some(({ words }) => words?.zh === title.zh));
  if (told.length === 0) return null;
  return (
    <p className="task-asked">
      <strong>{say(last.title)}</strong>
      {told.map((one) => (
        <span key={one.title.zh}>{say(one.value)}</span>
      ))}
    </p>
  );
}
