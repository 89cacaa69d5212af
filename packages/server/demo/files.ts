import { Type, type Static, type TSchema } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import networkFile from "../../../data/jiaozuo/network.json" with { type: "json" };
import organisationFile from "../../../data/jiaozuo/organisation.json" with { type: "json" };
import outlinesFile from "../../../data/jiaozuo/outlines.json" with { type: "json" };
import peopleFile from "../../../data/jiaozuo/people.json" with { type: "json" };
import phrasesFile from "../../../data/jiaozuo/phrases.json" with { type: "json" };
import placesFile from "../../../data/jiaozuo/places.json" with { type: "json" };

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Grant = Type.Object({ role: Type.String(), unit: Type.String(), area: Type.Optional(Type.String()) });
export type DemoGrant = Static<typeof Grant>;

function checked<T extends TSchema>(name: string, schema: T, file: unknown): Static<T> {
  const parsed = parse(schema, file);
  if (!parsed.ok)
    throw new Error(
      `data/jiaozuo/${name}: ${parsed.problems.map((one) => `${one.field} ${one.message.en}`).join("; ")}`,
    );
  return parsed.value;
}

export const outlines = checked(
  "outlines.json",
  Type.Object({
    features: Type.Array(
      Type.Object({
        properties: Type.Object({
          code: Type.String(),
          name: Words,
          level: Type.String(),
          cellMetres: Type.Optional(Type.Number()),
        }),
        geometry: Type.Object({
          type: Type.Literal("Polygon"),
          coordinates: Type.Array(Type.Array(Type.Tuple([Type.Number(), Type.Number()]))),
        }),
      }),
    ),
  }),
  outlinesFile,
);

export const organisation = checked(
  "organisation.json",
  Type.Object({ units: Type.Array(Type.Object({ id: Type.String() })) }),
  organisationFile,
);

export const people = checked(
  "people.json",
  Type.Object({
    people: Type.Array(
      Type.Object({ login: Type.String(), name: Words, title: Type.Optional(Words), grants: Type.Array(Grant) }),
    ),
  }),
  peopleFile,
);

export const phrases = checked(
  "phrases.json",
  Type.Object({ phrases: Type.Array(Type.Object({ action: Type.String(), text: Words })) }),
  phrasesFile,
);

export const places = checked(
  "places.json",
  Type.Object({
    places: Type.Array(
      Type.Object({ text: Type.String(), lng: Type.Number(), lat: Type.Number(), area: Type.String() }),
    ),
  }),
  placesFile,
);

export const network = checked(
  "network.json",
  Type.Object({ features: Type.Array(Type.Object({ type: Type.Literal("Feature") })) }),
  networkFile,
);

const Lines = Type.Object({
  features: Type.Array(
    Type.Object({
      properties: Type.Object({ name: Type.Optional(Type.String()), kind: Type.Optional(Type.String()) }),
      geometry: Type.Union([
        Type.Object({
          type: Type.Literal("LineString"),
          coordinates: Type.Array(Type.Tuple([Type.Number(), Type.Number()])),
        }),
        Type.Object({ type: Type.Literal("Point") }),
      ]),
    }),
  ),
});

/** A road of the demo: its name and its middle line. */
export interface DemoRoad {
  readonly name: string;
  readonly line: readonly (readonly [lng: number, lat: number])[];
}

export const roads: readonly DemoRoad[] = checked("network.json", Lines, networkFile).features.flatMap(
  ({ properties, geometry }) =>
    geometry.type === "LineString" && properties.kind === undefined && properties.name !== undefined
      ? [{ name: properties.name, line: geometry.coordinates }]
      : [],
);
