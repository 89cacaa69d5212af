import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { evidenceOf, useProcedure } from "../use-procedure.ts";
import { Card } from "./card.tsx";
import { CompareSlider } from "./compare-slider.tsx";
import { Lightbox } from "./lightbox.tsx";
import { OtherEvidence } from "./other-evidence.tsx";
import { PhotoDoubts } from "./photo-doubts.tsx";
import { Photo } from "./photo.tsx";
import { PhotoSide, PhotoStrip } from "./photo-side.tsx";
import { photoKinds, photosOf, type Evidence } from "../../../shared/case/index.ts";

/** The photos in two sides, as found and as done: side by side, or one over the other with a slider. */
export function CasePhotos({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const { found, done, others } = photosOf(detail.evidence);
  const [mode, setMode] = useState<"pair" | "slide">("pair");
  const [chosen, setChosen] = useState<{ found?: string; done?: string }>({});
  const [open, setOpen] = useState<number>();
  const all = [...found, ...done];
  const left = found.find((one) => keyOf(one) === chosen.found) ?? found[0];
  const right = done.find((one) => keyOf(one) === chosen.done) ?? done[0];
  const show = (photo: Evidence) => setOpen(all.indexOf(photo));
  const kinds = evidenceOf(useProcedure(detail.procedure));
  const both = left !== undefined && right !== undefined;
  if (detail.evidence.length === 0 && !photoKinds.some((kind) => kinds.has(kind))) return null;
  return (
    <Card
      title={t("section.photos")}
      extra={
        both ? (
          <Segmented
            value={mode}
            onChange={setMode}
            options={[
              { value: "pair", label: t("evidence.pair") },
              { value: "slide", label: t("evidence.slide") },
            ]}
          />
        ) : (
          found.length > 0 && kinds.has("after") && <span className="case-faint">{t("evidence.noneAfter")}</span>
        )
      }
    >
      {all.length === 0 && <div className="case-faint">{t("evidence.none")}</div>}
      {found.length > 0 && done.length === 0 && (
        <div className="case-pair">
          {found.slice(0, 2).map((one) => (
            <div key={keyOf(one)}>
              <Photo evidence={one} size="whole" onOpen={() => show(one)} />
              <PhotoDoubts evidence={one} />
            </div>
          ))}
        </div>
      )}
      {found.length > 2 && done.length === 0 && (
        <div className="case-strip">
          {found.slice(2).map((one) => (
            <Photo key={keyOf(one)} evidence={one} size="thumbnail" onOpen={() => show(one)} />
          ))}
        </div>
      )}
      {done.length > 0 && (mode === "pair" || !both) && (
        <div className="case-pair">
          <PhotoSide
            title={t("evidence.found")}
            photos={found}
            chosen={left}
            empty={t("evidence.none")}
            onChoose={(one) => setChosen({ ...chosen, found: keyOf(one) })}
            onOpen={show}
          />
          <PhotoSide
            title={t("evidence.done")}
            photos={done}
            chosen={right}
            empty={t("evidence.none")}
            onChoose={(one) => setChosen({ ...chosen, done: keyOf(one) })}
            onOpen={show}
          />
        </div>
      )}
      {both && mode === "slide" && (
        <>
          <CompareSlider before={left} after={right} />
          <div className="case-pair">
            <PhotoStrip photos={found} chosen={left} onChoose={(one) => setChosen({ ...chosen, found: keyOf(one) })} />
            <PhotoStrip photos={done} chosen={right} onChoose={(one) => setChosen({ ...chosen, done: keyOf(one) })} />
          </div>
        </>
      )}
      <OtherEvidence evidence={others} />
      <Lightbox photos={all} open={open} onChange={setOpen} />
    </Card>
  );
}

const keyOf = (one: Evidence): string => `${one.hash}-${one.kind}-${one.seq}`;
