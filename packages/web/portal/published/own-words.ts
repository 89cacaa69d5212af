/** What this door says of a procedure beyond what the procedure says of itself; of one without, nothing. */
const known = {
  "lost-property": "lostProperty",
  works: "works",
  commendation: "commendation",
} as const;

type Known = (typeof known)[keyof typeof known];

const byId: ReadonlyMap<string, Known> = new Map(Object.entries(known));

export const ownWords = (procedure: string): Known | undefined => byId.get(procedure);
