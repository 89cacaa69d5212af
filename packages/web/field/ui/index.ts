/** The parts of a phone's screen, the same at both doors that open on a phone. */
export {
  BlobPicture,
  Button,
  Empty,
  Icon,
  Notice,
  PickPicture,
  Screen,
  Segmented,
  Sheet,
  type IconName,
} from "../../shared/phone/index.ts";
