import type { ActionForm } from "@xiuhua/server/api";
import type { ProcedureInfo } from "../../../shared/api/index.ts";
import { fieldsOf, lacking, type FormField, type Input } from "../../../shared/case/index.ts";
import type { Point } from "../../pack/index.ts";

/** An opening that is told by tapping: nothing must be written, nothing photographed. */
export interface Quick {
  readonly procedure: string;
  readonly form: ActionForm;
  /** What is tapped, one after the other. */
  readonly choices: readonly FormField[];
  /** What may be added in words. */
  readonly more: readonly FormField[];
  /** What the phone knows by itself: where, and when. */
  readonly known: readonly FormField[];
}

/** More than this is no longer quick. */
const mostChoices = 2;

/** The openings of mine whose forms ask for nothing but one or two choices. No procedure is named: a new one is found too. */
export function quickOf(procedures: readonly Pick<ProcedureInfo, "id" | "openings">[]): Quick[] {
  return procedures.flatMap(({ id, openings }) =>
    openings.flatMap((form) => {
      const fields = fieldsOf(form.input);
      const needed = fields.filter(({ required }) => required);
      const tapped = needed.every(({ widget, many }) => widget === "choice" && !many);
      if (!tapped || needed.length === 0 || needed.length > mostChoices) return [];
      if (lacking(form.evidence, []).length > 0) return [];
      const isKnown = ({ widget }: FormField) => widget === "place" || widget === "date";
      const others = fields.filter(({ required }) => !required);
      return [
        {
          procedure: id,
          form,
          choices: needed,
          known: others.filter(isKnown),
          more: others.filter((field) => !isKnown(field)),
        },
      ];
    }),
  );
}

export interface Surroundings {
  readonly point: Point | undefined;
  /** The place in words, where the phone can say it. */
  readonly placeText: string | undefined;
  /** When it was tapped, where the server will hear of it only later; else its own clock is the better one. */
  readonly at: number | undefined;
}

/** What the phone adds to what was tapped and written. */
export function completed({ known }: Quick, values: Input, { point, placeText, at }: Surroundings): Input {
  const input: Input = { ...values };
  for (const { widget, path } of known) {
    const key = path.at(-1) ?? "";
    if (widget === "place" && point) {
      const text = placeText ?? `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)}`;
      input[key] = { lng: point.lng, lat: point.lat, text };
    }
    if (widget === "date" && at !== undefined) input[key] = at;
  }
  return input;
}
