export { capture, photoAccept, WrongPicture, type Captured, type Taking } from "./capture.ts";
export { askToPersist, diskRoom, isDiskFull, type Disk } from "./disk.ts";
export { positionOf, useFix, type FixState } from "./position.ts";
