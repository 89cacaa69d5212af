export { capture, WrongPicture, type Captured, type Taking } from "./capture.ts";
export { chime, shake } from "./chime.ts";
export { askToPersist, diskRoom, isDiskFull, type Disk } from "./disk.ts";
export { canPush, isSubscribed, renewPush, subscribeToPush, unsubscribeFromPush } from "./subscription.ts";
export { positionOf, useFix, type FixState } from "./position.ts";
export { smaller } from "./thumbnail.ts";
