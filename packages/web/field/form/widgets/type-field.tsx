import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asText } from "../../../shared/case/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { TypeSheet, useTypes } from "../../types/index.ts";
import { Icon } from "../../ui/index.ts";
import type { ControlProps } from "../../../shared/phone/index.ts";

/** A type of the catalogue, out of the phone's own. */
export function TypeField({ field, value, onChange }: ControlProps) {
  const { t } = useTranslation("task");
  const say = useSay();
  const types = useTypes();
  const [searching, setSearching] = useState(false);
  const code = asText(value);
  const chosen = types.find((one) => one.code === code);
  return (
    <div className="chips">
      <button type="button" className="chip chip-search" onClick={() => setSearching(true)}>
        <Icon name="search" size={20} />
        {chosen ? say(chosen.name) : (code ?? t("form.useType"))}
      </button>
      {code !== undefined && !field.required && (
        <button type="button" className="chip" onClick={() => onChange(undefined)}>
          {t("form.clear")}
        </button>
      )}
      {searching && (
        <TypeSheet
          types={types}
          onClose={() => setSearching(false)}
          onChoose={(next) => {
            onChange(next);
            setSearching(false);
          }}
        />
      )}
    </div>
  );
}
