import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon, Sheet } from "../../ui/index.ts";

export interface Pickable {
  readonly value: string;
  readonly label: string;
  readonly about?: string;
}

interface PickFieldProps {
  readonly label: string;
  readonly options: readonly Pickable[];
  /** What is chosen: one, or some. */
  readonly chosen: readonly string[];
  readonly many: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Somebody or something out of a long list: chips for what is chosen, a sheet to find more. */
export function PickField({ label, options, chosen, many, onChange }: PickFieldProps) {
  const { t } = useTranslation("task");
  const [picking, setPicking] = useState(false);
  const nameOf = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  return (
    <div className="chips">
      {chosen.map((value) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => onChange(chosen.filter((one) => one !== value))}
        >
          {nameOf(value)}
        </button>
      ))}
      {(many || chosen.length === 0) && (
        <button type="button" className="chip chip-search" onClick={() => setPicking(true)}>
          <Icon name="search" size={20} />
          {t("form.pick")}
        </button>
      )}
      {picking && (
        <PickSheet
          title={label}
          options={options.filter((one) => !chosen.includes(one.value))}
          onClose={() => setPicking(false)}
          onPick={(value) => {
            onChange(many ? [...chosen, value] : [value]);
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}

interface PickSheetProps {
  readonly title: string;
  readonly options: readonly Pickable[];
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

function PickSheet({ title, options, onPick, onClose }: PickSheetProps) {
  const { t } = useTranslation("task");
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = options.filter(({ label, about = "" }) => `${label} ${about}`.toLowerCase().includes(wanted));
  return (
    <Sheet title={title} tall onClose={onClose}>
      <input
        className="input"
        type="search"
        value={typed}
        placeholder={t("form.search")}
        aria-label={t("form.search")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length === 0 && <p className="faint">{t("form.nobody")}</p>}
      <ul>
        {found.map((one) => (
          <li key={one.value}>
            <button type="button" className="pick-row" onClick={() => onPick(one.value)}>
              <span>{one.label}</span>
              {one.about !== undefined && <span className="small faint">{one.about}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
