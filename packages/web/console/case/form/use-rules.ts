import type { FormRule } from "antd";
import { useTranslation } from "react-i18next";
import type { FormField } from "../../../shared/case/index.ts";

const written: readonly string[] = ["text", "longText", "number", "place", "case"];

/** What the browser checks before it asks the server: there, and not too long. The server checks everything. */
export function useRules() {
  const { t } = useTranslation("case");
  return { rulesOf, linesRule };

  function rulesOf(field: FormField, label: string): FormRule[] {
    const rules: FormRule[] = [];
    if (field.required && field.widget !== "boolean")
      rules.push({
        required: true,
        ...(field.widget === "text" || field.widget === "longText" ? { whitespace: true } : {}),
        message: t(written.includes(field.widget) ? "form.required" : "form.choose", { label }),
      });
    if (field.many) rules.push(...counted(field, label));
    else if (field.widget === "text" || field.widget === "longText") rules.push(...lengths(field, label));
    else if (field.widget === "number")
      rules.push({
        type: "number",
        ...(field.least === undefined ? {} : { min: field.least }),
        ...(field.most === undefined ? {} : { max: field.most }),
        message: t("form.range", { label }),
      });
    else if (field.widget === "place") rules.push({ validator: placeWithText(label) });
    return rules;
  }

  /** A list of lines as a whole: one at least where it must be filled, and not too many. */
  function linesRule({ required, most }: FormField, label: string) {
    return {
      validator: async (_: unknown, value: unknown): Promise<void> => {
        const count = Array.isArray(value) ? value.length : 0;
        if (required && count === 0) throw new Error(t("form.lines.none", { label }));
        if (most !== undefined && count > most) throw new Error(t("form.tooMany", { label, count: most }));
      },
    };
  }

  function lengths({ least, most }: FormField, label: string): FormRule[] {
    return [
      ...(most === undefined ? [] : [{ max: most, message: t("form.tooLong", { label, count: most }) }]),
      // One character is what “required” asks for already.
      ...(least === undefined || least < 2
        ? []
        : [{ min: least, message: t("form.tooShort", { label, count: least }) }]),
    ];
  }

  function counted({ least, most }: FormField, label: string): FormRule[] {
    return [
      ...(most === undefined
        ? []
        : [{ type: "array" as const, max: most, message: t("form.tooMany", { label, count: most }) }]),
      ...(least === undefined
        ? []
        : [{ type: "array" as const, min: least, message: t("form.tooFew", { label, count: least }) }]),
    ];
  }

  /** A place is a point and its words: one without the other is only half an answer. */
  function placeWithText(label: string) {
    return async (_: unknown, value: unknown): Promise<void> => {
      if (typeof value !== "object" || value === null) return;
      if (typeof Reflect.get(value, "lng") !== "number") throw new Error(t("map.none"));
      const text: unknown = Reflect.get(value, "text");
      if (typeof text !== "string" || text.trim() === "") throw new Error(t("form.required", { label }));
    };
  }
}
