import { useEffect, useState } from "react";
import { useMe, usePhone } from "../session/index.ts";
import { fetchPicture, type PictureSize } from "./store.ts";

/** A photo of a case, from this phone or the server; a large one is its small one until it is there. */
export function usePicture(hash: string | undefined, size: PictureSize): Blob | undefined {
  const { db } = usePhone();
  const person = useMe().id;
  const [found, setFound] = useState<{ readonly hash: string; readonly blob: Blob }>();
  useEffect(() => {
    if (hash === undefined) return undefined;
    let gone = false;
    const show = (blob: Blob | undefined) => {
      if (!gone && blob) setFound({ hash, blob });
    };
    const look = async () => {
      show(await fetchPicture(db, person, hash, "small"));
      if (size === "large") show(await fetchPicture(db, person, hash, "large"));
    };
    void look();
    return () => {
      gone = true;
    };
  }, [db, person, hash, size]);
  return found?.hash === hash ? found?.blob : undefined;
}
