import { DatePicker, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { cityTime } from "../../../shared/time/index.ts";
import { AreaSelect, DepartmentSelect, TypeSelect } from "../../cases/filter/filter-selects.tsx";
import { ColourSelect, StateSelect } from "../../cases/filter/state-selects.tsx";
import type { MapState } from "../map-state.ts";
import type { MapChange } from "../use-map-state.ts";

interface FilterTabProps {
  readonly state: MapState;
  readonly onChange: (part: MapChange) => void;
}

/** What is shown: points or heat, of which cases, opened when. */
export function FilterTab({ state, onChange }: FilterTabProps) {
  const { t } = useTranslation("map");
  const { t: cases } = useTranslation("cases");
  const { filter } = state;
  const change = (part: { [Key in keyof MapState["filter"]]?: MapState["filter"][Key] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined));
    onChange({ filter: next });
  };
  return (
    <div className="map-filter">
      <Segmented
        block
        aria-label={t("view.label")}
        value={state.view}
        onChange={(view) => onChange({ view })}
        options={(["points", "heat"] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      <Segmented
        block
        aria-label={cases("filter.status")}
        value={state.open}
        onChange={(open) => onChange({ open })}
        options={(["open", "closed", "both"] as const).map((value) => ({ value, label: cases(`filter.${value}`) }))}
      />
      <StateSelect value={filter.state} onChange={(state) => change({ state })} />
      <ColourSelect value={filter.colour} onChange={(colour) => change({ colour })} />
      <TypeSelect value={filter.type} onChange={(type) => change({ type })} />
      <DepartmentSelect value={filter.department} onChange={(department) => change({ department })} />
      <AreaSelect value={filter.area} onChange={(area) => change({ area })} />
      <DatePicker.RangePicker
        picker="month"
        allowEmpty={[true, true]}
        aria-label={t("period")}
        placeholder={[t("periodFrom"), t("periodTo")]}
        value={[monthOf(state.from), monthOf(state.to)]}
        onChange={(months) => {
          const [from, to] = (months ?? []).map((one) => one?.format("YYYY-MM"));
          onChange({ from, to });
        }}
      />
    </div>
  );
}

const monthOf = (month: string | undefined) => (month === undefined ? null : cityTime(`${month}-15T00:00:00Z`));
