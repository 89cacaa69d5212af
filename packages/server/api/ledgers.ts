import { Type, type Static } from "typebox";
import { Id, Words } from "./common.ts";

/** A field that a column of a ledger can fill. */
const LedgerField = Type.Object({
  name: Type.String({ description: "Path in the input: place, informant/name" }),
  words: Words,
  required: Type.Boolean(),
  kind: Type.String({ description: "text, integer, number, boolean, choice, date, unit, person, type, place, id" }),
  choices: Type.Array(Type.Object({ value: Type.String(), words: Words })),
});

/** A way to open cases of a procedure out of a table. */
export const LedgerForm = Type.Object({
  procedure: Id,
  action: Id,
  title: Words,
  opening: Words,
  fields: Type.Array(LedgerField),
});
export type LedgerForm = Static<typeof LedgerForm>;

/** What a person says about a file, beside the file itself. */
export const LedgerChoices = Type.Object(
  {
    procedure: Id,
    /** The opening; needed only where there are several. */
    action: Type.Optional(Id),
    sheet: Type.Optional(Type.String({ maxLength: 200 })),
    /** The row of the headings, from 1. */
    headingRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_048_576 })),
    /** Field → column from 0; `null` leaves the field without one. */
    columns: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 100 }),
        Type.Union([Type.Integer({ minimum: 0, maximum: 255 }), Type.Null()]),
      ),
    ),
    /** Field → what stands in every row whose own cell is empty, written as in a cell. */
    fixed: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 2000 }))),
    /** Fields whose empty cells stand for the one above. */
    fillDown: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 })),
    /** For dates that lack their year. */
    year: Type.Optional(Type.Integer({ minimum: 1970, maximum: 2199 })),
  },
  { additionalProperties: false },
);
export type LedgerChoices = Static<typeof LedgerChoices>;

const Remark = Type.Object({
  cell: Type.Optional(
    Type.String({ description: "As the spreadsheet names it: C5; absent where it is about the whole row" }),
  ),
  field: Type.Optional(Type.String()),
  message: Words,
});

/** `new`: would be opened; `known`: was opened before, under `no`; `faulty`: is left out. */
const RowState = Type.Union([Type.Literal("new"), Type.Literal("known"), Type.Literal("faulty")]);

const LedgerRow = Type.Object({
  row: Type.Integer(),
  state: RowState,
  no: Type.Optional(Type.String()),
  /** Field → what its cell says. */
  shown: Type.Record(Type.String(), Type.String()),
  faults: Type.Array(Remark),
  doubts: Type.Array(Remark),
});

const counts = {
  rows: Type.Integer(),
  new: Type.Integer(),
  known: Type.Integer(),
  faulty: Type.Integer(),
};

/** What an import of the file would do. */
export const LedgerPreview = Type.Object({
  file: Type.String(),
  sheet: Type.String(),
  sheets: Type.Array(Type.String()),
  /** From 1. */
  headingRow: Type.Integer(),
  columns: Type.Array(
    Type.Object({
      column: Type.Integer(),
      letter: Type.String(),
      title: Type.String(),
      field: Type.Optional(Type.String()),
      how: Type.Optional(Type.Union([Type.Literal("same"), Type.Literal("similar"), Type.Literal("chosen")])),
    }),
  ),
  form: LedgerForm,
  /** Fields that must be there and that neither a column nor a fixed value fills. */
  missing: Type.Array(Type.String()),
  wantsYear: Type.Boolean(),
  ...counts,
  /** Rows that are no cases: a heading again, a sum, a note. */
  skipped: Type.Array(Type.Object({ row: Type.Integer(), text: Type.String(), why: Words })),
  /** The first of them; faulty ones beyond are among them too. */
  items: Type.Array(LedgerRow),
});
export type LedgerPreview = Static<typeof LedgerPreview>;

/** One line of an import's answer (application/x-ndjson): how far it is, and at the end what came of it. */
export const LedgerLine = Type.Union([
  Type.Object({ kind: Type.Literal("progress"), done: Type.Integer(), rows: Type.Integer() }),
  Type.Object({ kind: Type.Literal("done"), ...counts, opened: Type.Integer() }),
  Type.Object({ kind: Type.Literal("failed"), message: Words }),
]);
export type LedgerLine = Static<typeof LedgerLine>;
