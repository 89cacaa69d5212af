import { useState } from "react";
import { useTranslation } from "react-i18next";
import { minuteText, shortText, useNow } from "../../../shared/time/index.ts";
import { fileOf, thumbnailOf } from "../evidence/addresses.ts";
import type { Evidence } from "../../../shared/case/index.ts";

interface PhotoProps {
  readonly evidence: Evidence;
  readonly size: "whole" | "thumbnail";
  readonly onOpen?: () => void;
  readonly selected?: boolean;
}

/** A photo as a button: opens it large, or chooses it where it is a thumbnail. */
export function Photo({ evidence, size, onOpen, selected }: PhotoProps) {
  const { t } = useTranslation("case");
  const now = useNow();
  const [failed, setFailed] = useState(false);
  const { hash, kind, at, file } = evidence;
  const taken = evidence.capturedAt ?? file.takenAt;
  const time = taken ?? at;
  const source = size === "whole" ? fileOf(hash) : thumbnailOf(hash);
  const title =
    taken === undefined
      ? t("evidence.uploaded", { time: minuteText(at) })
      : t("evidence.taken", { time: minuteText(taken) });
  return (
    <button
      type="button"
      className={`case-photo case-photo-${size}`}
      title={title}
      onClick={onOpen}
      {...(selected === undefined ? {} : { "aria-pressed": selected })}
    >
      {failed ? (
        <span className="case-photo-failed">{t("evidence.failed")}</span>
      ) : (
        <img
          src={source}
          alt={t("evidence.photo", { kind: t(`evidence.kind.${kind}`), time: minuteText(time) })}
          onError={() => setFailed(true)}
          {...(file.width === undefined || file.height === undefined ? {} : { width: file.width, height: file.height })}
        />
      )}
      <span className="case-photo-caption">
        {t(`evidence.kind.${kind}`)}
        {size === "thumbnail" && evidence.doubts && <span className="case-doubted">?</span>}
        {size === "whole" && <span className="number">{shortText(time, now)}</span>}
      </span>
    </button>
  );
}
