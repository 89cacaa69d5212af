import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { spelt, type Catalogue } from "@xiuhua/core/catalogue";
import { describe, openings, type Procedure } from "@xiuhua/core/procedure";
import type { FieldPack, StockPhrase } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import type { LiveGazetteer } from "../places/index.ts";
import { iso, type FieldContext } from "./context.ts";
import { packPlaces } from "./pack-places.ts";
import { namedArea } from "./reach.ts";

/** A pack as it goes over the wire: its content's tag, and its bytes by gzip. */
export interface Packed {
  readonly etag: string;
  readonly gzipped: Buffer;
}

export interface PackSources extends FieldContext {
  readonly catalogue: Catalogue;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly gazetteer: Pick<LiveGazetteer, "current">;
  readonly phrases: (reader: Reader) => Promise<StockPhrase[]>;
}

/** Packs kept ready: those of a shift's areas. A pack has some hundred thousand bytes. */
const kept = 24;

const compress = promisify(gzip);

/** Everything that a phone needs to work without a network, for one area. */
export function makePacks(sources: PackSources) {
  const ready = new LRUCache<string, Promise<Packed>>({ max: kept });
  let types: Pick<FieldPack, "types" | "classes"> | undefined;

  return async function pack(reader: Reader, area: string | undefined): Promise<Packed> {
    const [inForce, phrases] = await Promise.all([sources.gazetteer.current(), sources.phrases(reader)]);
    const roles = [...new Set(reader.grants.map((grant) => grant.role))].toSorted();
    const key = JSON.stringify([area ?? null, inForce.revision, sources.places.edition(), roles, phrases]);
    const made = ready.get(key) ?? build(area, roles, phrases, inForce.data);
    ready.set(key, made);
    made.catch(() => ready.delete(key));
    return made;
  };

  async function build(
    area: string | undefined,
    roles: readonly string[],
    phrases: StockPhrase[],
    gazetteer: Parameters<typeof packPlaces>[1],
  ): Promise<Packed> {
    types ??= typesOf(sources.catalogue);
    const content = {
      ...(area === undefined ? {} : { area: namedArea(sources, area) }),
      ...types,
      ...packPlaces(sources.places, gazetteer, area),
      procedures: [...sources.procedures.values()].map((procedure) => ({
        ...describe(procedure),
        openings: openings(procedure, roles),
      })),
      phrases,
    };
    const etag = `"${createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 32)}"`;
    const whole: FieldPack = { madeAt: iso(sources.now()), ...content };
    return { etag, gzipped: await compress(JSON.stringify(whole)) };
  }
}

function typesOf(catalogue: Catalogue): Pick<FieldPack, "types" | "classes"> {
  return {
    types: catalogue.types.map((type) => {
      const { whole, initials } = spelt(type.name.zh);
      return {
        code: type.code,
        kind: type.kind,
        classCode: type.classCode,
        name: { ...type.name },
        matter: { ...type.matter },
        initials,
        pinyin: whole,
        criteria: type.criteria.map(({ id, when, done }) => ({ id, when: { ...when }, done: { ...done } })),
      };
    }),
    classes: catalogue.classes.map(({ code, name }) => ({ code, name: { ...name } })),
  };
}
