import cliProgress from "cli-progress";
import { say, type Io } from "./io.ts";

export interface Progress {
  /** @param done of `total`, in any unit; @param text what a person wants to know of it */
  update(done: number, total: number, text: string): void;
  end(): void;
}

/** Between two lines where no bar can be drawn. */
const linesEvery = 5_000;

/** A bar on a terminal; elsewhere a line now and then, so that a log stays short. */
export function makeProgress(io: Io, title: string): Progress {
  return io.stderr.isTTY === true ? bar(io, title) : lines(io, title);
}

function bar(io: Io, title: string): Progress {
  const drawn = new cliProgress.SingleBar(
    { format: `${title} {bar} {percentage}% {text}`, stream: io.stderr, hideCursor: true, etaBuffer: 50 },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total, text) {
      if (!started) drawn.start(total, done, { text });
      else {
        // The next step of the same work may be counted in something else.
        drawn.setTotal(total);
        drawn.update(done, { text });
      }
      started = true;
    },
    end() {
      drawn.stop();
    },
  };
}

function lines(io: Io, title: string): Progress {
  let last = io.now();
  return {
    update(done, total, text) {
      if (io.now() - last < linesEvery) return;
      last = io.now();
      say(io, `${title} ${total === 0 ? 100 : Math.floor((100 * done) / total)}% ${text}`);
    },
    end: () => undefined,
  };
}
