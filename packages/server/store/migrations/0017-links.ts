/** What came in by each link of somebody without an account, so that one link cannot fill the disk. */
export const links = {
  version: 17,
  name: "links",
  sql: /* sql */ `
create table link_upload (
  city text not null,
  case_no text not null,
  -- The event that let them in.
  seq integer not null,
  files integer not null,
  bytes bigint not null,
  primary key (city, case_no, seq)
);
`,
} as const;
