import type { ReactNode } from "react";
import { Link } from "react-router";
import { ClockLight } from "../../shared/ui/index.ts";
import { usePicture } from "../pictures/index.ts";
import { BlobPicture, Icon } from "../ui/index.ts";
import type { Task } from "./order.ts";
import { useApart } from "./use-apart.ts";
import { useStateTitle } from "./use-state-title.ts";

interface TaskRowProps {
  readonly task: Task;
  readonly to: string;
  /** Its number along the way. */
  readonly number?: number;
  /** Stands where the clock would: how a task stands that was done here. */
  readonly mark?: ReactNode;
}

/** One task in a list: what it is, where, how far, how long yet. */
export function TaskRow({ task: { summary, metres }, to, number, mark }: TaskRowProps) {
  const stateTitle = useStateTitle();
  const apart = useApart();
  const picture = usePicture(summary.photo, "small");
  return (
    <li>
      <Link to={to} className="task card">
        <span className="task-picture">
          {picture ? <BlobPicture blob={picture} alt="" /> : <Icon name="pin" />}
          {number !== undefined && <span className="task-number">{number}</span>}
        </span>
        <span className="task-text">
          <span className="task-first">
            <strong className="task-stage">{stateTitle(summary.procedure, summary.state)}</strong>
            {mark ?? <ClockLight {...lightOf(summary)} />}
          </span>
          <span className="task-title">{summary.title}</span>
          <span className="row spread small faint">
            <span className="cut">{summary.place?.text}</span>
            {metres !== undefined && <span className="task-apart number">{apart(metres)}</span>}
          </span>
        </span>
      </Link>
    </li>
  );
}

const lightOf = ({ colour, dueAt, warnAt }: Task["summary"]) => ({ colour, dueAt, warnAt });
