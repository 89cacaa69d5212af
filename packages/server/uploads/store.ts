import { FileStore } from "@tus/file-store";
import { Upload } from "@tus/server";
import type { UploadFolder, UploadRecord } from "./record.ts";

/**
 * The library's file store over our folder: it writes the bytes, the folder knows the rest. Two things are ours: an
 * upload that was taken in still answers as complete, though its bytes have moved on; and times go by our clock, not by
 * the machine's, so expiry is not left to the library.
 */
export class UploadStore extends FileStore {
  readonly #folder: UploadFolder;

  constructor(folder: UploadFolder, recordOf: (upload: Upload) => UploadRecord) {
    super({
      directory: folder.path,
      configstore: {
        get: async (id) => uploadOf(folder.find(id), 0),
        set: (_id, upload) => folder.save(recordOf(upload)),
        delete: (id) => folder.remove(id),
      },
    });
    this.#folder = folder;
    // The length is asked for at the beginning: without it nobody could be refused in time.
    this.extensions = ["creation", "creation-with-upload", "termination", "expiration"];
  }

  override async getUpload(id: string): Promise<Upload> {
    const record = this.#folder.find(id);
    if (record?.done !== true) return super.getUpload(id);
    return new Upload({ id, size: record.bytes, offset: record.bytes });
  }

  override async write(...[stream, id, offset]: Parameters<FileStore["write"]>): Promise<number> {
    if (this.#folder.find(id)?.done !== true) return super.write(stream, id, offset);
    stream.resume();
    return offset;
  }

  override async remove(id: string): Promise<void> {
    await this.#folder.remove(id);
  }
}

function uploadOf(record: UploadRecord | undefined, offset: number): Upload | undefined {
  return record && new Upload({ id: record.id, size: record.bytes, offset });
}
