/**
 * What a phone said of the moment of an act, sealed with the event; and a photo's perceptual hash, by which near copies
 * are found. The 64 bits lie in four bands of 16, each with an index: two hashes that differ in at most seven bits agree
 * in one band but for a bit, so a few dozen index ranges hold every near copy, among a million photos as among a
 * thousand.
 */
export const fieldEvidence = {
  version: 7,
  name: "field evidence",
  sql: /* sql */ `
alter table case_event add column device jsonb;

alter table evidence_file add column phash bigint;
create index evidence_file_band_1 on evidence_file (city, ((phash >> 48) & 65535)) where phash is not null;
create index evidence_file_band_2 on evidence_file (city, ((phash >> 32) & 65535)) where phash is not null;
create index evidence_file_band_3 on evidence_file (city, ((phash >> 16) & 65535)) where phash is not null;
create index evidence_file_band_4 on evidence_file (city, (phash & 65535)) where phash is not null;
`,
} as const;
