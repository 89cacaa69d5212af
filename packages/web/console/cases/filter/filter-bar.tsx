import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasField } from "../table/fitting.ts";
import { useNames } from "../table/names.ts";
import { AreaSelect, DepartmentSelect, TypeSelect } from "./filter-selects.tsx";
import { conditionCount, type ListFilter } from "./list-filter.ts";
import { MoreFilters } from "./more-filters.tsx";
import { ColourSelect, StateSelect } from "./state-selects.tsx";
import { SolvedTag } from "./solved-tag.tsx";
import { PledgeTag } from "./pledge-tag.tsx";
import type { FilterPart } from "./use-filter.ts";
import "./filter.css";

interface FilterBarProps {
  readonly filter: ListFilter;
  readonly onChange: (part: FilterPart) => void;
  readonly onClear: () => void;
}

const rare = ["kind", "source", "request", "openedFrom", "openedTo", "box", "polygon"] as const;

/** Conditions in one line; the rarer ones in a second that opens by itself when one of them is set. */
export function FilterBar({ filter, onChange, onClear }: FilterBarProps) {
  const { t } = useTranslation("cases");
  const { procedures } = useNames();
  const procedure = procedures.find((one) => one.id === filter.procedure);
  const has = (field: string) => procedure === undefined || hasField(procedure, field);
  const rareSet = rare.some((name) => filter[name] !== undefined);
  const [opened, open] = useState(false);
  const more = opened || rareSet;
  return (
    <search className="filter" aria-label={t("filter.label")}>
      <div className="filter-line">
        <TextFilter key={filter.text ?? ""} text={filter.text} onChange={(text) => onChange({ text })} />
        <Segmented
          aria-label={t("filter.status")}
          value={filter.open === undefined ? "both" : filter.open ? "open" : "closed"}
          onChange={(value) => onChange({ open: value === "both" ? undefined : value === "open" })}
          options={(["both", "open", "closed"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <StateSelect
          className="filter-wide"
          procedure={filter.procedure}
          value={filter.state}
          onChange={(state) => onChange({ state })}
        />
        <ColourSelect className="filter-colour" value={filter.colour} onChange={(colour) => onChange({ colour })} />
        {has("type") && <TypeSelect value={filter.type} onChange={(type) => onChange({ type })} />}
        {has("place") && <AreaSelect value={filter.area} onChange={(area) => onChange({ area })} />}
        <DepartmentSelect value={filter.department} onChange={(department) => onChange({ department })} />
        <Button
          type="text"
          icon={more ? <UpOutlined /> : <DownOutlined />}
          iconPlacement="end"
          aria-expanded={more}
          disabled={rareSet}
          onClick={() => open(!opened)}
        >
          {t(more ? "filter.less" : "filter.more")}
        </Button>
        <SolvedTag filter={filter} onClose={() => onChange({ solved: undefined })} />
        <PledgeTag filter={filter} onClose={() => onChange({ pledge: undefined, pledgeUnit: undefined })} />
        {conditionCount(filter) > (procedure ? 1 : 0) && (
          <Button type="link" onClick={onClear}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
      {more && <MoreFilters filter={filter} onChange={onChange} />}
    </search>
  );
}

interface TextFilterProps {
  readonly text: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

/** Asks when Enter is pressed or the field is left, not at each letter: the list may hold millions. */
function TextFilter({ text, onChange }: TextFilterProps) {
  const { t } = useTranslation("cases");
  const [draft, setDraft] = useState(text ?? "");
  const commit = (value: string) => {
    const next = value.trim() === "" ? undefined : value.trim();
    if (next !== text) onChange(next);
  };
  return (
    <Input
      className="filter-text"
      allowClear
      maxLength={100}
      aria-label={t("filter.text")}
      placeholder={t("filter.text")}
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value);
        if (event.target.value === "") commit("");
      }}
      onPressEnter={() => commit(draft)}
      onBlur={() => commit(draft)}
    />
  );
}
