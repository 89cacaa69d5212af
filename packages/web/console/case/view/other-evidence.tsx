import { FileTextOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../../shared/time/index.ts";
import { fileOf } from "../evidence/addresses.ts";
import type { Evidence } from "../../../shared/case/index.ts";

/** Sound to play and papers to open. */
export function OtherEvidence({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation("case");
  if (evidence.length === 0) return null;
  return (
    <>
      <h3 className="case-subhead">{t("section.otherEvidence")}</h3>
      <ul className="case-others">
        {evidence.map((one) => (
          <li key={`${one.hash}-${one.seq}`}>
            <span>
              {t(`evidence.kind.${one.kind}`)} <span className="case-faint number">{minuteText(one.at)}</span>
            </span>
            {one.file.mediaType.startsWith("audio/") ? (
              // eslint-disable-next-line jsx-a11y/media-has-caption -- a citizen's recording has no captions
              <audio controls preload="none" src={fileOf(one.hash)} />
            ) : (
              <a href={fileOf(one.hash)} target="_blank" rel="noreferrer">
                <FileTextOutlined /> {t("evidence.open")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
