import type { Words } from "@xiuhua/core/procedure";

/** A condition that stops the program at start and that a person must put right. The message says it in both languages. */
abstract class StoreError extends Error {
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(`${words.en} ${words.zh}`, options);
    this.name = new.target.name;
    this.words = words;
  }
}

/** The database was written by a newer program; this one would not understand what it finds. */
export class DatabaseTooNew extends StoreError {
  constructor(found: number, known: number) {
    super({
      zh: `数据库的结构版本为 ${found}，本程序只认识到 ${known}。请升级程序后再启动。`,
      en: `The database has schema version ${found}, this program knows up to ${known}. Upgrade the program, then start it again.`,
    });
  }
}

/** Another process has the embedded database open. */
export class FolderInUse extends StoreError {
  readonly folder: string;
  /** The other process, as it names itself (in a container: its number inside the container). */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super({
      zh: `数据库文件夹 ${folder} 正被另一个进程（进程号 ${pid}）使用。请先停止该进程；若需多个进程同时使用，请改用 PostgreSQL（DATABASE_URL）。`,
      en: `The database folder ${folder} is in use by another process (pid ${pid}). Stop that process first; for several processes at once use PostgreSQL (DATABASE_URL).`,
    });
    this.folder = folder;
    this.pid = pid;
  }
}

/** The PostgreSQL server can not be reached, or refuses us. Names where, never the password. */
export class CannotConnect extends StoreError {
  constructor(place: string, reason: string, cause?: unknown) {
    const words = {
      zh: `无法连接 PostgreSQL（${place}）：${reason}`,
      en: `Cannot connect to PostgreSQL (${place}): ${reason}`,
    };
    super(words, { cause });
  }
}

/**
 * PostgreSQL's five-character code of a failed statement, the same from both databases; undefined for other errors.
 * `23505` is a broken unique index, `57014` a statement past its time (appendix A of PostgreSQL's manual).
 */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("severity" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
