import { Type, type Static, type TProperties } from "typebox";

const closed = { additionalProperties: false };
const described = <Fields extends TProperties>(description: string, fields: Fields) =>
  Type.Object(fields, { ...closed, description });
const Column = Type.String({ minLength: 1, description: "源文件的列名 / a column of the file" });

export const TextSource = Type.Union(
  [
    Column,
    Type.Object(
      {
        columns: Type.Array(Column, { minItems: 1 }),
        take: Type.Optional(Type.Enum(["first", "all"])),
        separator: Type.Optional(Type.String()),
        default: Type.Optional(Type.String({ minLength: 1 })),
      },
      closed,
    ),
  ],
  {
    description:
      "一列，或多列：first 取首个非空（默认），all 以 separator 相连；default 为皆空时的文字 / " +
      "one column, or several: `first` takes the first that is not empty (the default), `all` joins them with `separator`; `default` stands in when all are empty",
  },
);

const valuesTo = (what: string) =>
  described(
    `${what}：column 为列，values 为逐值对照，default 用于未列出的值 / each value of a column and what it becomes`,
    {
      column: Type.Optional(Column),
      values: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1 }))),
      default: Type.Optional(Type.String({ minLength: 1 })),
    },
  );

export const outcomes = ["reported", "open", "closed", "notAccepted", "voided"] as const;

/** How a file of another system becomes cases: `data/mappings/*.json`. Each description is its documentation. */
export const MappingSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    source: Type.String({
      pattern: "^[a-z0-9][a-z0-9-]{0,39}$",
      description:
        "来源系统的短名，写入幂等键与操作人（import:短名）；以后不可更改 / short name of the source; part of the idempotency key, so never change it",
    }),
    note: Type.Optional(Type.String({ description: "说明 / remarks" })),
    id: Type.String({ minLength: 1, description: "外部编号所在的列 / the column of the number it bears there" }),
    description: TextSource,
    place: described("位置描述与坐标 / where it is", {
      text: TextSource,
      lng: Column,
      lat: Column,
      datum: Type.Enum(["wgs84", "gcj02", "bd09"], {
        description: "坐标系：GPS 为 wgs84，高德、腾讯为 gcj02，百度为 bd09 / the datum of the coordinates",
      }),
    }),
    times: described(
      "时间列；受理、立案、派遣未给出时取前一步的时间 / steps without a time of their own take the one before",
      {
        format: Type.Enum(["iso", "us", "ymd"], {
          description:
            "iso：2022-01-31 11:46[:00][+08:00]；us：04/18/2019 09:55:45 PM；ymd：2022/1/31 9:05 或 2022年1月31日 9时5分",
        }),
        zone: Type.String({
          minLength: 1,
          description: "不带时差的时间所属时区，如 Asia/Shanghai / the zone of times without an offset",
        }),
        opened: Column,
        accepted: Type.Optional(Column),
        filed: Type.Optional(Column),
        dispatched: Type.Optional(Column),
        closed: Type.Optional(Column),
        due: Type.Optional(Column),
      },
    ),
    status: valuesTo(
      "状态对应的结局：reported 待受理，open 待处置，closed 已结案，notAccepted 不予受理，voided 已作废",
    ),
    type: valuesTo("类别代码（目录）/ codes of the catalogue"),
    criteria: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1 }), {
        description:
          "按类别指定立案条件在目录中的编号；未指定时取该类别的第一条 / by type, the criterion's id in the catalogue; the type's first one when not given",
      }),
    ),
    channel: Type.Optional(valuesTo("来源渠道：collector、hotline、web、video、leader、department、transfer（默认）")),
    department: Type.Optional(
      valuesTo("责任单位编号；都未对上时按类别与位置推定 / unit ids; without one, whoever serves the type there"),
    ),
    closingNote: Type.Optional(TextSource),
    informant: Type.Optional(
      described("反映人 / who told", { name: Type.Optional(TextSource), phone: Type.Optional(TextSource) }),
    ),
    outsideCity: Type.Enum(["keep", "reject"], {
      description:
        "坐标在本市网格之外的行：keep 归入全市（无区、无网格），reject 退回 / rows outside the city's outline",
    }),
    tooLong: Type.Optional(
      Type.Enum(["cut", "reject"], {
        description:
          "文字超长：cut 截断并计数，reject 退回（默认）/ over-long text: cut and counted, or rejected (default)",
      }),
    ),
  },
  { ...closed, $id: "xiuhua-import-mapping", title: "绣花导入映射 / Xiuhua import mapping" },
);

export type Mapping = Static<typeof MappingSchema>;
export type TextSource = Static<typeof TextSource>;
export type ValueMap = NonNullable<Mapping["channel"]>;
export type Outcome = (typeof outcomes)[number];
