/** What became of the rows so far; always rows = opened + known + rejected. */
export interface ImportCounts {
  readonly rows: number;
  /** Became a case; in a dry run: would have. */
  readonly opened: number;
  /** Had a case already, from an earlier run or an earlier row. */
  readonly known: number;
  /** Of the known: those whose number stood in this file before. */
  readonly repeated: number;
  readonly rejected: number;
  /** Of the opened: those with a text cut to fit. */
  readonly shortened: number;
  /** The opened by the state in which they now are. */
  readonly states: Readonly<Record<string, number>>;
}

export type Tally = { -readonly [Key in Exclude<keyof ImportCounts, "states">]: number } & {
  states: Record<string, number>;
};

export const emptyTally = (): Tally => ({
  rows: 0,
  opened: 0,
  known: 0,
  repeated: 0,
  rejected: 0,
  shortened: 0,
  states: {},
});
