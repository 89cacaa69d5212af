import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../../shared/words/index.ts";
import { suggestionsQuery } from "../online/index.ts";
import { useOutgoing } from "../outbox/index.ts";
import { Icon } from "../ui/index.ts";
import { TypeSheet, typesInWords, type PackType } from "../types/index.ts";
import type { Report } from "./use-report.ts";

/** Proposals in sight at once. */
const few = 5;

/** What kind of matter it is: proposed from the words, from what this person and this cell reported, from this phone. */
export function TypeField({ report, optional }: { report: Report; optional: boolean }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const [searching, setSearching] = useState(false);
  const { type, types, values, set } = report;
  const shown = useProposals(report);
  const choose = (code: string | undefined) => set({ type: code });
  return (
    <section className="field" aria-label={t("type.title")}>
      <span className="field-label">
        {t("type.title")} {optional && !type && <span className="faint small">{t("type.optional")}</span>}
      </span>
      <div className="chips">
        {shown.map((one) => (
          <button
            key={one.code}
            type="button"
            className="chip"
            aria-pressed={one.code === values.type}
            onClick={() => choose(one.code === values.type ? undefined : one.code)}
          >
            {say(one.name)}
          </button>
        ))}
        <button type="button" className="chip chip-search" onClick={() => setSearching(true)}>
          <Icon name="search" size={20} />
          {t("type.other")}
        </button>
      </div>
      {searching && (
        <TypeSheet
          types={types}
          onClose={() => setSearching(false)}
          onChoose={(code) => {
            choose(code);
            setSearching(false);
          }}
        />
      )}
    </section>
  );
}

/** The chosen one first, then what the words say, then habits. */
function useProposals({ type, types, values, point }: Report): PackType[] {
  const { data: suggested } = useQuery(suggestionsQuery(point));
  const { entries } = useOutgoing();
  const byCode = new Map(types.map((one) => [one.code, one]));
  const lately = entries
    .toReversed()
    .flatMap(({ input }) => (typeof input["type"] === "string" ? [input["type"]] : []));
  const codes = [
    ...(type ? [type.code] : []),
    ...typesInWords(types, values.description).map((one) => one.code),
    ...(suggested ?? []).map((one) => one.code),
    ...lately,
  ];
  return [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []).slice(0, few);
}
