const newline = 0x0a;

/** Tells lines by byte offsets that only grow, keeping no more than what was not asked past yet. */
export interface LineCount {
  /** The next bytes of the file. */
  add(bytes: Buffer): void;
  /** The line, from 1, on which the byte at this offset lies. */
  at(offset: number): number;
}

/** csv-parse counts a line break of two bytes within quotes twice (7.0.3); these are the lines an editor shows. */
export function makeLineCount(): LineCount {
  let offsets: number[] = [];
  let passed = 0;
  let [line, bytesSeen] = [1, 0];
  return {
    add(bytes) {
      if (passed > 0) offsets = offsets.slice(passed);
      passed = 0;
      for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1))
        offsets.push(bytesSeen + at);
      bytesSeen += bytes.length;
    },
    at(offset) {
      while ((offsets[passed] ?? Infinity) < offset) {
        passed += 1;
        line += 1;
      }
      return line;
    },
  };
}
