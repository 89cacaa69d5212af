export { BlobPicture } from "./blob-picture.tsx";
export { Button } from "./button.tsx";
export { Empty } from "./empty.tsx";
export { Icon, type IconName } from "./icon.tsx";
export { Notice } from "./notice.tsx";
export { PickPicture } from "./pick-picture.tsx";
export { Screen } from "./screen.tsx";
export { Segmented } from "./segmented.tsx";
export { Sheet } from "./sheet.tsx";
