import { PlusOutlined } from "@ant-design/icons";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { DraftTile } from "./draft-tile.tsx";
import { acceptOf, type EvidenceKind } from "../../../shared/case/index.ts";
import type { Uploads } from "./use-uploads.ts";

interface DropZoneProps {
  readonly kind: EvidenceKind;
  readonly needed: number;
  readonly uploads: Uploads;
}

/** The files of one kind: choose, or drop them here. */
export function DropZone({ kind, needed, uploads }: DropZoneProps) {
  const { t } = useTranslation("case");
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const own = uploads.drafts.filter((draft) => draft.kind === kind);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(kind, event.dataTransfer.files);
  };
  return (
    <div className="case-slot">
      <div className="case-slot-title">
        {needed > 0 && <span className="case-required">*</span>}
        {t(`evidence.kind.${kind}`)}
        <span className="case-faint number">
          {needed > 0 ? t("upload.needed", { count: needed }) : t("upload.optional")}
        </span>
      </div>
      <div className="case-tiles">
        {own.map((draft) => (
          <DraftTile
            key={draft.id}
            draft={draft}
            onRemove={() => uploads.remove(draft.id)}
            onRetry={() => uploads.retry(draft.id)}
          />
        ))}
        <button
          type="button"
          className="case-tile case-tile-add"
          data-over={over}
          onClick={() => picker.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <PlusOutlined />
          <span>{t("upload.dropShort")}</span>
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        data-kind={kind}
        accept={acceptOf(kind)}
        onChange={(event) => {
          uploads.add(kind, event.target.files ?? []);
          // The same file may be chosen again after it was removed.
          event.target.value = "";
        }}
      />
    </div>
  );
}
