import type { ReactNode } from "react";
import { Link } from "react-router";
import { writeFilter, type ListFilter } from "../filter/list-filter.ts";

interface CounterProps {
  readonly label: string;
  readonly count: number;
  readonly filter: ListFilter;
  readonly on: boolean;
  readonly lamp?: ReactNode;
  readonly tone?: "red" | "yellow" | "green";
}

/** A figure and what it counts; it leads to just these rows. */
export function Counter({ label, count, filter, on, lamp, tone }: CounterProps) {
  return (
    <Link
      className="counter"
      data-tone={count > 0 ? tone : undefined}
      data-on={on}
      aria-current={on ? "true" : undefined}
      to={{ search: writeFilter(filter).toString() }}
    >
      <span className="counter-label">
        {lamp}
        {label}
      </span>
      <strong className="number">{count}</strong>
    </Link>
  );
}
