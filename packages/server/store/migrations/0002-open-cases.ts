/**
 * The cases that are not finished: a few in a hundred of what a city has after years. Counting them by state went
 * through every case a department had ever touched (measured at a million cases, 25,000 of them open: 0.5 to 1 s);
 * finding the yellow ones read every open case to look at its warning (40 ms).
 */
export const openCases = {
  version: 2,
  name: "open cases",
  sql: /* sql */ `
create index cases_open on cases (city, opened_at desc, no desc) where not final;
drop index cases_due;
create index cases_due on cases (city, due_at, no, warn_at) where due_at is not null and not final;
`,
} as const;
