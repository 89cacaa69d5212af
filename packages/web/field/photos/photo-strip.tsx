import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DevicePosition, EvidenceReference } from "@xiuhua/server/api";
import { Camera, type Earlier, type Picture } from "../camera/index.ts";
import type { Drafting } from "../drafts/index.ts";
import { capture, isDiskFull, WrongPicture } from "../phone/index.ts";
import type { QueuedFile } from "../queue/index.ts";
import { BlobPicture, Button, Icon, Notice, Sheet } from "../ui/index.ts";
import "./photos.css";

type Kind = EvidenceReference["kind"];

interface PhotoStripProps {
  readonly drafting: Drafting;
  readonly kinds: readonly Kind[];
  readonly needed: readonly Kind[];
  /** Where the phone is: noted with what is taken now. */
  readonly position: DevicePosition | undefined;
  /** How it looked before, so that the same view is taken. */
  readonly earlier?: readonly Earlier[];
}

/** A place for each photo of a report or an action. One tap opens the camera on it. */
export function PhotoStrip({ drafting, kinds, needed, position, earlier }: PhotoStripProps) {
  const { t } = useTranslation("report");
  const { files } = drafting.draft;
  const [taking, setTaking] = useState<Kind>();
  const [looking, setLooking] = useState<QueuedFile>();
  const [problem, setProblem] = useState<"wrongKind" | "diskFull">();

  const take = async ({ blob, kind, here }: Picture) => {
    setProblem(undefined);
    try {
      await drafting.add(await capture(blob, { kind, here, position }));
    } catch (error) {
      if (error instanceof WrongPicture) setProblem("wrongKind");
      else if (isDiskFull(error)) setProblem("diskFull");
      else throw error;
      setTaking(undefined);
    }
  };
  return (
    <section aria-label={t("photos")}>
      <ul className="photos">
        {kinds.map((kind) => {
          const taken = files.filter((file) => file.kind === kind);
          const last = taken.at(-1);
          const name = t(`kind.${kind}`);
          return (
            <li key={kind}>
              {last ? (
                <button type="button" className="photo" aria-label={name} onClick={() => setLooking(last)}>
                  <BlobPicture blob={last.thumbnail} alt={name} />
                  <span className="photo-name">
                    <Icon name="check" size={16} />
                    {name}
                    {taken.length > 1 && ` ${taken.length}`}
                  </span>
                </button>
              ) : (
                <button
                  type="button"
                  className="photo photo-empty"
                  aria-label={t("take", { kind: name })}
                  onClick={() => setTaking(kind)}
                >
                  <Icon name="report" size={30} />
                  <span>{name}</span>
                  {needed.includes(kind) && <span className="small faint">{t("needed")}</span>}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {problem && <Notice tone="bad">{t(`photo.${problem}`)}</Notice>}
      {taking && (
        <Camera
          kinds={kinds}
          first={taking}
          taken={files.map((file) => file.kind)}
          earlier={earlier}
          onTake={take}
          onClose={() => setTaking(undefined)}
        />
      )}
      {looking && (
        <Sheet
          title={t(`kind.${looking.kind}`)}
          onClose={() => setLooking(undefined)}
          foot={
            <>
              <Button
                wide
                icon="plus"
                onClick={() => {
                  setLooking(undefined);
                  setTaking(looking.kind);
                }}
              >
                {t("photo.another")}
              </Button>
              <Button
                wide
                icon="report"
                onClick={() => {
                  setLooking(undefined);
                  void drafting.remove(looking.id).then(() => setTaking(looking.kind));
                }}
              >
                {t("photo.retake")}
              </Button>
              <Button
                kind="grave"
                wide
                icon="bin"
                onClick={() => {
                  setLooking(undefined);
                  void drafting.remove(looking.id);
                }}
              >
                {t("photo.remove")}
              </Button>
            </>
          }
        >
          <BlobPicture className="photo-large" blob={looking.thumbnail} alt={t(`kind.${looking.kind}`)} />
        </Sheet>
      )}
    </section>
  );
}
