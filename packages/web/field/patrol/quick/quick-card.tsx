import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { proceduresQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { kept } from "../../kept/index.ts";
import { quickOf, type Quick } from "./quick.ts";
import "./quick.css";
import { QuickSheet } from "./quick-sheet.tsx";
import { useWhere } from "./use-where.ts";

/** What is told by two taps: the first one here. */
export function QuickCard() {
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  const quicks = useMemo(() => quickOf(data ?? []), [data]);
  return quicks.length === 0 ? null : <Quicks quicks={quicks} />;
}

function Quicks({ quicks }: { quicks: readonly Quick[] }) {
  const say = useSay();
  // Looked for from now on: two taps are faster than a satellite.
  const where = useWhere();
  const [begun, setBegun] = useState<{ readonly quick: Quick; readonly first: string }>();
  return (
    <>
      {quicks.map((quick) => (
        <section
          key={`${quick.procedure}/${quick.form.action}`}
          className="card quick"
          aria-label={say(quick.form.title)}
        >
          <h2>{say(quick.form.title)}</h2>
          <div className="chips">
            {quick.choices[0]?.choices.map(({ value, words }) => (
              <button key={value} type="button" className="chip" onClick={() => setBegun({ quick, first: value })}>
                {say(words)}
              </button>
            ))}
          </div>
        </section>
      ))}
      {begun && <QuickSheet {...begun} where={where} onClose={() => setBegun(undefined)} />}
    </>
  );
}
