import { open, type FileHandle } from "node:fs/promises";
import { FetchSource, PMTiles, TileType, type RangeResponse, type Source } from "pmtiles";
import type { Tile } from "./tile.ts";

/** A map in one file of the PMTiles form (version 3), which is read in parts: by the server, so that no browser asks outside. */
export interface Archive {
  /** @throws when it cannot be read or is no such file */
  describe(): Promise<{ readonly kind: "vector" | "raster"; readonly nearest: number }>;
  /** Undefined where the file has none. */
  tile(tile: Tile): Promise<{ readonly mediaType: string; readonly data: Buffer } | undefined>;
}

const mediaTypes: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Mvt]: "application/vnd.mapbox-vector-tile",
  [TileType.Png]: "image/png",
  [TileType.Jpeg]: "image/jpeg",
  [TileType.Webp]: "image/webp",
};

export function openArchive(where: { readonly path: string } | { readonly url: string }): Archive {
  const archive = new PMTiles("path" in where ? new FileSource(where.path) : new FetchSource(where.url));
  return {
    async describe() {
      const { tileType, maxZoom } = await archive.getHeader();
      if (mediaTypes[tileType] === undefined) throw new Error(`PMTiles of a kind that no map shows: ${tileType}`);
      return { kind: tileType === TileType.Mvt ? "vector" : "raster", nearest: maxZoom };
    },
    async tile({ z, x, y }) {
      const [{ tileType }, found] = await Promise.all([archive.getHeader(), archive.getZxy(z, x, y)]);
      const mediaType = mediaTypes[tileType];
      return found && mediaType !== undefined ? { mediaType, data: Buffer.from(found.data) } : undefined;
    },
  };
}

/** Reads parts of a file; the handle stays open as long as the process. */
class FileSource implements Source {
  readonly #path: string;
  #handle: Promise<FileHandle> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  getKey(): string {
    return this.#path;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    this.#handle ??= open(this.#path);
    // A file that is not there yet may come later.
    this.#handle.catch(() => (this.#handle = undefined));
    const bytes = new Uint8Array(length);
    const { bytesRead } = await (await this.#handle).read(bytes, 0, length, offset);
    return { data: bytes.slice(0, bytesRead).buffer };
  }
}
