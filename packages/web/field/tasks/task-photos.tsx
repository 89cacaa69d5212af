import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { shortText, useNow } from "../../shared/time/index.ts";
import { usePicture } from "../pictures/index.ts";
import { BlobPicture, Icon, Sheet } from "../ui/index.ts";
import type { Evidence } from "../../shared/case/index.ts";
import { earlierPhotos } from "./earlier-photos.ts";

/** How it looked before; a tap shows one large. */
export function TaskPhotos({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const [looking, setLooking] = useState<Evidence>();
  const photos = earlierPhotos(detail);
  if (photos.length === 0) return null;
  return (
    <section aria-label={t("photos")}>
      <ul className="task-photos">
        {photos.map((one) => (
          <li key={`${one.hash} ${one.seq}`}>
            <TaskPhoto photo={one} onLook={() => setLooking(one)} />
          </li>
        ))}
      </ul>
      {looking && <Large photo={looking} onClose={() => setLooking(undefined)} />}
    </section>
  );
}

function TaskPhoto({ photo, onLook }: { photo: Evidence; onLook: () => void }) {
  const { t } = useTranslation("report");
  const blob = usePicture(photo.hash, "small");
  const name = t(`kind.${photo.kind}`);
  return (
    <button type="button" className="photo" aria-label={name} onClick={onLook}>
      {blob ? <BlobPicture blob={blob} alt={name} /> : <Icon name="gallery" size={30} />}
      <span className="photo-name">{name}</span>
    </button>
  );
}

function Large({ photo, onClose }: { photo: Evidence; onClose: () => void }) {
  const { t } = useTranslation("report");
  const blob = usePicture(photo.hash, "large");
  const now = useNow();
  const name = t(`kind.${photo.kind}`);
  return (
    <Sheet title={`${name} ${shortText(photo.capturedAt ?? photo.at, now)}`} tall onClose={onClose}>
      <BlobPicture className="task-large" blob={blob} alt={name} />
    </Sheet>
  );
}
