import { Popover } from "antd";
import { photoAddress } from "../../../shared/api/index.ts";

/** A stamp of the photo; a larger one while the mouse rests on it. */
export function Thumbnail({ hash, alt }: { hash: string; alt: string }) {
  return (
    <Popover
      mouseEnterDelay={0.35}
      placement="rightTop"
      content={<img className="row-photo" src={photoAddress(hash, "thumbnail")} alt={alt} />}
    >
      <img className="row-thumbnail" src={photoAddress(hash, "thumbnail")} alt="" loading="lazy" />
    </Popover>
  );
}
