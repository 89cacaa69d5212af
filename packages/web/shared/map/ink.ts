/** The map's colours. Green, yellow and red are not among them: on the map too they mean time, and nothing else. */
export interface Ink {
  /** Outside of the city, and where it has no outlines. */
  readonly ground: string;
  readonly land: string;
  readonly water: string;
  readonly road: string;
  /** Edges of roads by rank, main roads first. */
  readonly kerbs: readonly [string, string, string, string];
  readonly border: string;
  readonly subBorder: string;
  readonly cell: string;
  /** Of responsibility grids, so that neighbours differ. */
  readonly tints: readonly [string, string, string, string, string];
  /** What is chosen. */
  readonly own: string;
  readonly text: string;
  readonly softText: string;
  readonly roadText: string;
  readonly waterText: string;
  /** Around letters, so that they can be read on anything. */
  readonly halo: string;
}

const light: Ink = {
  ground: "#dde4ec",
  land: "#f0f3f7",
  water: "#c3d7ea",
  road: "#ffffff",
  kerbs: ["#93a6bc", "#a9b8c9", "#bac7d5", "#ccd6e0"],
  border: "#7d8fa6",
  subBorder: "#b3bfcd",
  cell: "#d9e1ea",
  tints: ["#5b7fb5", "#8a6fb0", "#4f95a8", "#a06a8c", "#6f7f93"],
  own: "#2a5ea8",
  text: "#1c2632",
  softText: "#4c5866",
  roadText: "#5a6675",
  waterText: "#3f6b95",
  halo: "#ffffff",
};

const dark: Ink = {
  ground: "#0f151b",
  land: "#1b242e",
  water: "#22384d",
  road: "#2f3b49",
  kerbs: ["#56687d", "#465668", "#3a4756", "#303c4a"],
  border: "#7387a1",
  subBorder: "#45566a",
  cell: "#33414f",
  tints: ["#7fa6e0", "#b195dd", "#73bccf", "#cf93b6", "#98a9be"],
  own: "#86b0ea",
  text: "#e3e8ee",
  softText: "#aab4c0",
  roadText: "#9aa7b5",
  waterText: "#8fb4d8",
  halo: "#131a22",
};

export const inkOf = (isDark: boolean): Ink => (isDark ? dark : light);
