import { Image } from "antd";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../../shared/time/index.ts";
import { fileOf } from "../evidence/addresses.ts";
import type { Evidence } from "../../../shared/case/index.ts";

interface LightboxProps {
  readonly photos: readonly Evidence[];
  /** Which one is open; none where this is undefined. */
  readonly open: number | undefined;
  readonly onChange: (open: number | undefined) => void;
}

/** Photos over the whole screen: arrows go on, Esc closes, the wheel zooms, as the library's viewer does. */
export function Lightbox({ photos, open, onChange }: LightboxProps) {
  const { t } = useTranslation("case");
  return (
    <Image.PreviewGroup
      items={photos.map((one) => ({ src: fileOf(one.hash), alt: t(`evidence.kind.${one.kind}`) }))}
      classNames={{ popup: { root: "case-lightbox" } }}
      preview={{
        open: open !== undefined,
        current: open ?? 0,
        onChange: (current) => onChange(current),
        onOpenChange: (isOpen) => {
          if (!isOpen) onChange(undefined);
        },
        countRender: (current, total) => {
          const photo = photos[current - 1];
          return photo
            ? `${t(`evidence.kind.${photo.kind}`)}　${minuteText(photo.capturedAt ?? photo.file.takenAt ?? photo.at)}　${current} / ${total}`
            : `${current} / ${total}`;
        },
      }}
    />
  );
}
