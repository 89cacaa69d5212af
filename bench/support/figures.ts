/** The middle of a list; the mean of the two in the middle where it is even. */
export function median(list: readonly number[]): number {
  return quantile(list, 0.5);
}

/** The value below which a share of the list lies, between neighbours by proportion. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** Rows as text in columns; the first column to the left, numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
    )
    .join("\n");
}

export interface Goal {
  readonly goal: string;
  readonly value: number;
  readonly pass: boolean;
}

/** The last line of every bench: one JSON object that a program can read. Fails the process when a goal is missed. */
export function conclude(
  bench: string,
  figures: Readonly<Record<string, unknown>>,
  goals: Readonly<Record<string, Goal>>,
): void {
  const pass = Object.values(goals).every((goal) => goal.pass);
  console.log(JSON.stringify({ bench, figures, goals, pass }));
  if (!pass) process.exitCode = 1;
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
