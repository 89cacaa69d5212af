import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import type { OsmElement } from "./osm.ts";
import { NetworkProblem } from "./problem.ts";

/** Characters from one piece of markup to the next: nothing in an OSM file is nearly as long. Our own choice. */
const longestMarkup = 1 << 20;
/** Ends of a way; OpenStreetMap itself allows 2,000. */
const mostRefs = 100_000;

interface Open {
  readonly type: "node" | "way";
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly refs: number[];
  readonly tags: Record<string, string>;
}

/** Nodes and ways of `.osm` XML, a chunk's worth at a time. @throws NetworkProblem naming the line */
export async function* osmXml(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<readonly OsmElement[], void, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ position: true, xmlns: false });
  const problem = (zh: string, en: string) => new NetworkProblem({ file, line: parser.line }, { zh, en });
  let found: OsmElement[] = [];
  let open: Open | undefined;
  let [lastMarkup, read, isOsm] = [0, 0, false];
  parser.on("error", (error) => {
    throw problem(
      `不是正确的 XML（${error.message}）。请重新下载。`,
      `is not XML (${error.message}); download it anew.`,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    lastMarkup = read;
    if (name === "osm") isOsm = true;
    if (!isOsm) throw problem("不是 OpenStreetMap 的 XML 文件。", "is no OpenStreetMap XML.");
    if (name === "node" || name === "way")
      open = {
        type: name,
        id: Number(attributes["id"]),
        lon: Number(attributes["lon"]),
        lat: Number(attributes["lat"]),
        refs: [],
        tags: {},
      };
    else if (name === "nd" && open) {
      if (open.refs.push(Number(attributes["ref"])) > mostRefs)
        throw problem("一条线的节点过多，文件可能已损坏。", "a way has too many nodes; the file may be damaged.");
    } else if (name === "tag" && open) open.tags[attributes["k"] ?? ""] = attributes["v"] ?? "";
  });
  parser.on("closetag", ({ name }) => {
    lastMarkup = read;
    if (!open || name !== open.type) return;
    const { type, id, lon, lat, refs, tags } = open;
    found.push(type === "node" ? { type, id, lon, lat, tags } : { type, id, refs, tags });
    open = undefined;
  });
  for await (const chunk of bytes) {
    const text = decoded(decoder, chunk, problem);
    read += text.length;
    parser.write(text);
    if (read - lastMarkup > longestMarkup)
      throw problem(
        "一行或一段标记过长，文件可能已损坏。",
        "one piece of markup is too long; the file may be damaged.",
      );
    yield found;
    found = [];
  }
  parser.close();
  yield found;
}

function decoded(decoder: TextDecoder, chunk: Buffer, problem: (zh: string, en: string) => NetworkProblem): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw problem("不是 UTF-8 编码。", "is not UTF-8.");
  }
}
