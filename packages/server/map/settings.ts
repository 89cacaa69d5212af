import { Type, type Static } from "typebox";
import type { SettingsGroup } from "../city/index.ts";

const Own = Type.Object({ kind: Type.Literal("own") }, { additionalProperties: false });
const Tianditu = Type.Object(
  {
    kind: Type.Literal("tianditu"),
    key: Type.String({ pattern: "^[0-9A-Za-z]{16,64}$", description: "天地图 tk" }),
    via: Type.Union([Type.Literal("server"), Type.Literal("browser")], {
      description:
        "server：密钥类型为服务端，由本服务器取图，密钥不出服务器；browser：密钥类型为浏览器端，浏览器直接取图 / whose key it is: ours fetches, or the browser",
    }),
    layer: Type.Union([Type.Literal("vector"), Type.Literal("satellite")]),
  },
  { additionalProperties: false },
);
const Archive = Type.Object(
  {
    kind: Type.Literal("pmtiles"),
    /** A file in `maps` of the data folder, or an address; one of them. */
    file: Type.Optional(Type.String({ pattern: "^[^/\\\\]+\\.pmtiles$", maxLength: 200 })),
    url: Type.Optional(Type.String({ pattern: "^https?://", maxLength: 500 })),
    attribution: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

const MapSettings = Type.Object(
  {
    base: Type.Union([Own, Tianditu, Archive], {
      default: { kind: "own" },
      description: "底图：本产品自绘、天地图或 PMTiles / what the map stands on",
    }),
    approval: Type.Optional(
      Type.String({ maxLength: 60, description: "审图号，公开使用的地图须标注 / approval number to be shown" }),
    ),
  },
  { additionalProperties: false },
);
export type MapSettings = Static<typeof MapSettings>;

/** What a city decides about its map. */
export const mapSettings: SettingsGroup<typeof MapSettings> = {
  id: "map",
  title: { zh: "地图", en: "map" },
  settings: MapSettings,
  fault({ base }) {
    if (base.kind !== "pmtiles" || (base.file === undefined) !== (base.url === undefined)) return undefined;
    return { field: "/base", message: { zh: "file 与 url 须且只须填一个", en: "needs either file or url" } };
  },
};

/** Hosts that the browser itself asks for pictures, to be let through by the content policy. */
export function outsideHosts({ base }: MapSettings): readonly string[] {
  return base.kind === "tianditu" && base.via === "browser" ? ["https://*.tianditu.gov.cn"] : [];
}
