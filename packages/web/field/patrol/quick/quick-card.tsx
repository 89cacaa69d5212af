import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { proceduresQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { kept } from "../../kept/index.ts";
import { quickOf, type Quick } from "./quick.ts";
import "./quick.css";
import { QuickSheet } from "./quick-sheet.tsx";

interface Begun {
  readonly quick: Quick;
  readonly first: string;
}

/** What is told by two taps: the first one here. */
export function QuickCard() {
  const say = useSay();
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  const quicks = useMemo(() => quickOf(data ?? []), [data]);
  const [begun, setBegun] = useState<Begun>();
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
      {begun && <QuickSheet {...begun} onClose={() => setBegun(undefined)} />}
    </>
  );
}
