import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceReference } from "@xiuhua/server/api";
import { Icon, PickPicture } from "../ui/index.ts";
import "./camera.css";
import { Ghost, type Earlier } from "./ghost.tsx";

import { useCamera } from "./use-camera.ts";

type Kind = EvidenceReference["kind"];

export interface Picture {
  readonly blob: Blob;
  readonly kind: Kind;
  /** Taken now; else chosen from what was there. */
  readonly here: boolean;
}

interface CameraProps {
  /** What is to be taken, in order. */
  readonly kinds: readonly Kind[];
  readonly first: Kind;
  readonly taken: readonly Kind[];
  /** Photos of the same place from before, the one to match first. */
  readonly earlier?: readonly Earlier[] | undefined;
  readonly onTake: (picture: Picture) => Promise<void>;
  readonly onClose: () => void;
}

/** The viewfinder over the whole screen: one tap a photo, and on to the next kind. */
export function Camera({ kinds, first, taken, earlier = [], onTake, onClose }: CameraProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const { state, shoot } = useCamera(video);
  const [kind, setKind] = useState(first);
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const keep = async (blob: Blob, here: boolean) => {
    setBusy(true);
    await onTake({ blob, kind, here });
    setBusy(false);
    const next = kinds.find((one) => one !== kind && !taken.includes(one));
    if (next) setKind(next);
    else onClose();
  };
  const press = async () => {
    setBusy(true);
    const blob = await shoot();
    if (blob) {
      navigator.vibrate?.(30);
      await keep(blob, true);
    }
    setBusy(false);
  };

  return (
    <dialog ref={dialog} className="camera" aria-label={t("take", { kind: t(`kind.${kind}`) })} onClose={onClose}>
      <div className="camera-view" data-state={state}>
        <video ref={video} playsInline muted aria-hidden="true" />
        {state === "absent" && (
          <div className="camera-absent">
            <p>{t("camera.absent")}</p>
            <PickPicture here label={t("camera.system")} icon="report" onPick={(file) => void keep(file, true)} />
          </div>
        )}
        {state === "live" && earlier.length > 0 && <Ghost earlier={earlier} />}
      </div>
      <button type="button" className="camera-close" aria-label={common("close")} onClick={onClose}>
        <Icon name="close" />
      </button>
      <div className="camera-foot">
        {kinds.length > 1 && (
          <fieldset className="camera-kinds">
            <legend className="sr-only">{t("photos")}</legend>
            {kinds.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  className="sr-only"
                  name="camera-kind"
                  checked={one === kind}
                  onChange={() => setKind(one)}
                />
                {taken.includes(one) && <Icon name="check" size={16} />}
                {t(`kind.${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        <div className="camera-row">
          <PickPicture label={t("gallery")} icon="gallery" onPick={(file) => void keep(file, false)} />
          <button
            type="button"
            className="camera-shutter"
            aria-label={t("take", { kind: t(`kind.${kind}`) })}
            disabled={state !== "live" || busy}
            onClick={() => void press()}
          />
          <PickPicture here label={t("camera.system")} icon="phone" onPick={(file) => void keep(file, true)} />
        </div>
      </div>
    </dialog>
  );
}
