import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { reportDuplicatesQuery } from "../../shared/api/index.ts";
import { shortText, useNow } from "../../shared/time/index.ts";
import { usePicture } from "../pictures/index.ts";
import { useStateTitle } from "../tasks/index.ts";
import { BlobPicture, Icon } from "../ui/index.ts";
import type { Report } from "./use-report.ts";

/** As many as do not push the rest of the report away. */
const most = 3;

/** Rounded to about ten metres: a position that trembles does not ask again. */
const near = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** What is open nearby and alike, where the server can be asked. It informs; whoever reports decides. */
export function Twins({ report: { point, values } }: { report: Report }) {
  const { t } = useTranslation("report");
  const stateTitle = useStateTitle();
  const now = useNow();
  const text = useDeferredValue(values.description.trim());
  const { data } = useQuery({
    ...reportDuplicatesQuery({
      lng: near(point?.lng ?? 0),
      lat: near(point?.lat ?? 0),
      ...(values.type === undefined ? {} : { type: values.type }),
      ...(text === "" ? {} : { text }),
    }),
    enabled: point !== undefined,
    placeholderData: (before) => before,
  });
  const twins = point ? (data?.items ?? []) : [];
  if (twins.length === 0) return null;
  return (
    <section className="twins" aria-label={t("twins.title", { count: twins.length })}>
      <p>
        <strong>{t("twins.title", { count: twins.length })}</strong>
        <span className="small twins-hint">{t("twins.text")}</span>
      </p>
      <ul>
        {twins.slice(0, most).map(({ case: one, distanceMetres }) => (
          <li key={one.no} className="twin">
            <TwinPicture hash={one.photo} />
            <span className="twin-text">
              <strong className="cut">{one.title}</strong>
              <span className="small cut">{one.place?.text}</span>
              <span className="small cut">
                {stateTitle(one.procedure, one.state)} · {shortText(one.openedAt, now)}
              </span>
            </span>
            <strong className="number">{t("twins.metres", { metres: Math.round(distanceMetres) })}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TwinPicture({ hash }: { hash: string | undefined }) {
  const blob = usePicture(hash, "small");
  return (
    <span className="twin-picture">
      {blob ? <BlobPicture blob={blob} alt="" /> : <Icon name="gallery" size={22} />}
    </span>
  );
}
