import { useState } from "react";
import { useTranslation } from "react-i18next";
import { acceptOf, type EvidenceKind } from "../../shared/case/index.ts";
import { BlobPicture, Icon, Notice, PickPicture } from "../../shared/phone/index.ts";

export interface Shot {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly file: File;
}

interface ShotsProps {
  readonly kinds: readonly EvidenceKind[];
  readonly shots: readonly Shot[];
  readonly onChange: (shots: readonly Shot[]) => void;
}

/** The photos of an action, by the phone's own camera or out of its gallery. */
export function Shots({ kinds, shots, onChange }: ShotsProps) {
  const { t } = useTranslation("portal");
  const [wrong, setWrong] = useState(false);
  const add = (kind: EvidenceKind) => (file: File) => {
    const fits = acceptOf(kind).split(",").includes(file.type);
    setWrong(!fits);
    if (fits) onChange([...shots, { id: crypto.randomUUID(), kind, file }]);
  };
  return (
    <>
      {wrong && <Notice tone="bad">{t("task.wrongPicture")}</Notice>}
      {kinds.map((kind) => {
        const name = t(`kind.${kind}`);
        return (
          <section key={kind} className="field" aria-label={`${t("task.photos")} ${name}`}>
            <p className="field-label">
              {t("task.photos")} · {name}
            </p>
            <div className="portal-shots">
              {shots
                .filter((shot) => shot.kind === kind)
                .map((shot, index) => (
                  <div key={shot.id} className="portal-shot">
                    <BlobPicture blob={shot.file} alt={`${name} ${index + 1}`} />
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={t("task.remove", { count: index + 1, kind: name })}
                      onClick={() => onChange(shots.filter((one) => one !== shot))}
                    >
                      <Icon name="bin" size={20} />
                    </button>
                  </div>
                ))}
              <PickPicture here icon="report" label={t("task.take", { kind: name })} onPick={add(kind)} />
              <PickPicture icon="gallery" label={t("task.choosePicture")} onPick={add(kind)} />
            </div>
          </section>
        );
      })}
    </>
  );
}
