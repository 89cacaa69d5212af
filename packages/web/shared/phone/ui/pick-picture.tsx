import { acceptOf } from "../../case/index.ts";
import { Icon, type IconName } from "./icon.tsx";

interface PickPictureProps {
  readonly label: string;
  readonly icon: IconName;
  /** Opens the system's camera at once instead of its gallery. */
  readonly here?: boolean;
  readonly onPick: (file: File) => void;
}

/** The system's own way to a picture. */
export function PickPicture({ label, icon, here = false, onPick }: PickPictureProps) {
  return (
    <label className="pick-picture">
      <Icon name={icon} />
      <span>{label}</span>
      <input
        type="file"
        className="sr-only"
        accept={acceptOf("near")}
        {...(here ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same picture may be chosen again after it was thrown away.
          event.target.value = "";
          if (file) onPick(file);
        }}
      />
    </label>
  );
}
