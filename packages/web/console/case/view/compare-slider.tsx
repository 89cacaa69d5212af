import { useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { fileOf } from "../evidence/addresses.ts";
import type { Evidence } from "../../../shared/case/index.ts";

/** Two photos of one spot on top of each other; the slider uncovers one or the other. */
export function CompareSlider({ before, after }: { before: Evidence; after: Evidence }) {
  const { t } = useTranslation("case");
  const [share, setShare] = useState(50);
  const cut: CSSProperties & Record<"--cut", string> = { "--cut": `${share}%` };
  return (
    <div className="case-compare" style={cut}>
      <img src={fileOf(before.hash)} alt={t(`evidence.kind.${before.kind}`)} />
      <img src={fileOf(after.hash)} alt={t(`evidence.kind.${after.kind}`)} className="case-compare-after" />
      <span className="case-compare-line" />
      <span className="case-compare-tag">{t(`evidence.kind.${before.kind}`)}</span>
      <span className="case-compare-tag case-compare-tag-after">{t(`evidence.kind.${after.kind}`)}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={share}
        aria-label={t("evidence.slider")}
        onChange={(event) => setShare(Number(event.target.value))}
      />
    </div>
  );
}
