import { CloseOutlined, FileTextOutlined, ReloadOutlined, SoundOutlined } from "@ant-design/icons";
import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../../shared/ui/index.ts";
import { thumbnailOf } from "./addresses.ts";
import type { Draft } from "./use-uploads.ts";

/** One chosen file: its picture once it is stored, how far it is before, why not where it failed. */
export function DraftTile({ draft, onRemove, onRetry }: { draft: Draft; onRemove: () => void; onRetry: () => void }) {
  const { t } = useTranslation("case");
  const problemText = useProblemText();
  const { hash, error, file, percent, mediaType } = draft;
  return (
    <div className="case-tile" data-failed={error !== undefined} title={file.name}>
      {hash !== undefined && mediaType.startsWith("image/") && <img src={thumbnailOf(hash)} alt={file.name} />}
      {hash !== undefined && !mediaType.startsWith("image/") && (
        <span className="case-tile-file">
          {mediaType.startsWith("audio/") ? <SoundOutlined /> : <FileTextOutlined />}
          <span>{file.name}</span>
        </span>
      )}
      {hash === undefined && error === undefined && <Progress type="circle" percent={percent} size={44} />}
      {error !== undefined && (
        <button type="button" className="case-tile-retry" title={problemText(error)} onClick={onRetry}>
          <ReloadOutlined />
          <span>{t("upload.failed")}</span>
          <span className="case-tile-why">{problemText(error)}</span>
        </button>
      )}
      <button
        type="button"
        className="case-tile-remove"
        aria-label={`${t("upload.remove")} ${file.name}`}
        onClick={onRemove}
      >
        <CloseOutlined />
      </button>
    </div>
  );
}
