import { Type, type Static } from "typebox";
import { Named } from "./common.ts";

export const UnitWorkQuery = Type.Object(
  {
    month: Type.Optional(
      Type.String({ pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$", description: "`2022-08`; absent: this month" }),
    ),
  },
  { additionalProperties: false },
);
export type UnitWorkQuery = Static<typeof UnitWorkQuery>;

/** What units finished in a month of the city. */
export const UnitWork = Type.Object({
  month: Type.String(),
  units: Type.Array(
    Type.Object({
      unit: Named,
      /** Sent to it and finished. */
      sent: Type.Integer(),
      /** Of its own finding (自行处置). */
      own: Type.Integer(),
      /** How much of that counts beside what it was sent. */
      ownCounted: Type.Integer(),
      praise: Type.Integer(),
    }),
  ),
});
export type UnitWork = Static<typeof UnitWork>;
