/** What a ledger may be at most. Our own choice: the largest that were met had some thousand rows. */
export const limits = {
  /** Of the file as it is sent. */
  bytes: 50 << 20,
  /** With something in them, titles and headings included. */
  rows: 10_000,
  /** Cells beyond are not read: column IV was the last of the old format. */
  columns: 256,
  /** Bytes of one part of a workbook as unpacked; 10,000 rows of 30 columns take some 20 MB. */
  part: 120 << 20,
  /** Of all parts of a workbook that are read. */
  unpacked: 200 << 20,
  /** Elements within one another, and attributes of one: a sheet has some ten of each. */
  nested: 100,
  attributes: 200,
  /** Texts of a workbook, in characters. */
  texts: 32 << 20,
  /** Parts of a workbook, pictures included. */
  parts: 2_000,
  /** Sheets looked into. */
  sheets: 20,
  /** Cells that merged ranges fill. */
  filled: 1_000_000,
  merges: 100_000,
  /** Characters of one cell (Excel's own limit). */
  text: 32_767,
} as const;
