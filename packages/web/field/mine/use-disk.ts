import { useEffect, useState } from "react";
import { diskRoom } from "../phone/index.ts";

/** A photo of a phone, about. */
const photoBytes = 5 * 1024 * 1024;

export interface Room {
  readonly scarce: boolean;
  /** About how many photos fit yet. */
  readonly photos: number;
}

/** What room is left on the phone, looked at anew when `change` changes; undefined where the browser does not say. */
export function useDisk(change: unknown): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    let gone = false;
    void diskRoom().then((disk) => {
      if (!gone && disk) setRoom({ scarce: disk.scarce, photos: Math.max(0, Math.floor(disk.free / photoBytes)) });
    });
    return () => {
      gone = true;
    };
  }, [change]);
  return room;
}
