import type { ReactNode } from "react";
import { PhotoDoubts } from "./photo-doubts.tsx";
import { Photo } from "./photo.tsx";
import type { Evidence } from "../../../shared/case/index.ts";

interface PhotoSideProps {
  readonly title: string;
  readonly photos: readonly Evidence[];
  readonly chosen: Evidence | undefined;
  readonly empty: ReactNode;
  readonly onChoose: (photo: Evidence) => void;
  readonly onOpen: (photo: Evidence) => void;
}

/** One side of the pair: the chosen photo large, the others below it. */
export function PhotoSide({ title, photos, chosen, empty, onChoose, onOpen }: PhotoSideProps) {
  return (
    <div className="case-side">
      <h3 className="case-subhead">{title}</h3>
      {chosen ? (
        <>
          <Photo evidence={chosen} size="whole" onOpen={() => onOpen(chosen)} />
          <PhotoDoubts evidence={chosen} />
        </>
      ) : (
        <div className="case-side-empty">{empty}</div>
      )}
      {photos.length > 1 && <PhotoStrip photos={photos} chosen={chosen} onChoose={onChoose} />}
    </div>
  );
}

export function PhotoStrip({ photos, chosen, onChoose }: Pick<PhotoSideProps, "photos" | "chosen" | "onChoose">) {
  return (
    <div className="case-strip">
      {photos.map((one) => (
        <Photo
          key={`${one.hash}-${one.kind}-${one.seq}`}
          evidence={one}
          size="thumbnail"
          selected={one === chosen}
          onOpen={() => onChoose(one)}
        />
      ))}
    </div>
  );
}
