import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, realpath, rename, rm, symlink } from "node:fs/promises";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderInUse } from "./errors.ts";
import { ask, Doorman, listen } from "./lock-socket.ts";

/** Held until released, or until the process ends in whatever way. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Keeps a folder to one process, with what Node offers: no flock, so a listening socket, which the operating system
 * takes down with its process however that dies. A lock left by `kill -9` therefore answers nobody and is free at once;
 * nothing is judged by its age or by a process number, which another process (or container) may have got meanwhile.
 *
 * On Windows it is one named pipe: the system gives a name to one process only. Elsewhere a socket file can be left
 * behind, and "remove the dead one, then bind" is where two starters race: the second removes the first's new socket.
 * So nobody ever takes a name over. Each starter brings a **ticket**, a socket file with a name of its own, never used
 * again, in `locks/`, and then looks at all others:
 *
 * 1. A ticket appears under its name (by rename) only once it listens. A refused connection hence means a dead process.
 * 2. Ticket first, look second: of two starters at least one sees the other.
 * 3. A starter that sees a higher name asks it: a holder answers at once, another starter when it has decided.
 * 4. A starter that sees a living lower name gives up at once.
 *
 * Waiting goes upward only, so nobody waits in a circle, and the lowest of several starters is not refused by another
 * that gives up. Two can not both hold: if both saw each other the higher gave up; if only one did, it is the one that
 * looked later, and it gave up or waited for the other's decision.
 *
 * The sockets lie in the folder itself, so that two containers that share the volume meet there too.
 *
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const real = await realpath(folder);
  return process.platform === "win32" ? lockByPipe(real) : lockByTicket(real);
}

async function lockByTicket(folder: string): Promise<FolderLock> {
  const tickets = join(folder, "locks");
  await mkdir(tickets, { mode: 0o700, recursive: true });
  // A socket's address has room for about 100 bytes; a short link makes room for a folder with a longer path.
  const short = await mkdtemp(join(tmpdir(), "xiuhua-"));
  const link = join(short, "l");
  const own = `${process.pid}-${randomBytes(6).toString("hex")}`;
  const ticket = join(tickets, `${own}.lock`);
  const doorman = new Doorman();
  try {
    await symlink(tickets, link);
    await listen(doorman.server, join(link, own));
    await rename(join(tickets, own), ticket);
    const holder = await findHolder(tickets, link, `${own}.lock`);
    if (holder !== undefined) throw new FolderInUse(folder, holder);
    doorman.decide(true);
  } catch (error) {
    await rm(ticket, { force: true });
    doorman.decide(false);
    throw error;
  } finally {
    await rm(short, { recursive: true, force: true });
  }
  return {
    release: async () => {
      await close(doorman.server);
      await rm(ticket, { force: true });
    },
  };
}

/** The process that has the folder, or comes before us; undefined if it is ours. Removes the tickets of dead ones. */
async function findHolder(tickets: string, link: string, own: string): Promise<number | undefined> {
  const others = (await readdir(tickets)).filter((name) => name.endsWith(".lock") && name !== own);
  for (const name of others) {
    const pid = Number.parseInt(name, 10);
    const answer = await ask(join(link, name), name < own ? "whether alive" : "whether holding");
    if (answer === "yes") return pid;
    if (answer === "dead") await rm(join(tickets, name), { force: true });
  }
  return undefined;
}

async function lockByPipe(folder: string): Promise<FolderLock> {
  const key = createHash("sha256").update(folder.toLowerCase()).digest("hex").slice(0, 32);
  const doorman = new Doorman();
  try {
    await listen(doorman.server, `\\\\.\\pipe\\xiuhua-${key}`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") throw new FolderInUse(folder, 0);
    throw error;
  }
  doorman.decide(true);
  return { release: () => close(doorman.server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
