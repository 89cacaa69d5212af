import { UpOutlined } from "@ant-design/icons";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Button, Checkbox, Empty, Progress, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CoverageReport } from "@xiuhua/server/api";
import { areasQuery } from "../../../shared/api/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { AreaField } from "../../people/fields/area-field.tsx";
import { DayPicker } from "../day-picker.tsx";
import type { PatrolState } from "../use-patrol-state.ts";
import { AreaTable } from "./area-table.tsx";
import { CellTable } from "./cell-table.tsx";

type Bounds = CoverageReport["areas"][number]["bounds"];

interface CoverageTabProps {
  readonly report: UseQueryResult<CoverageReport>;
  readonly area: string | undefined;
  readonly day: string;
  readonly onChange: (next: Partial<PatrolState>) => void;
  readonly onLook: (bounds: Bounds) => void;
}

/** How much of an area was walked on a day: by the areas within, down to single cells and whose they are. */
export function CoverageTab({ report, area, day, onChange, onLook }: CoverageTabProps) {
  const { t } = useTranslation("street");
  const say = useSay();
  const [only, setOnly] = useState(false);
  const { data: areas = [] } = useQuery(areasQuery);
  const { data } = report;
  const up = areas.find(({ code }) => code === area)?.parent;
  return (
    <>
      <div className="patrol-filter">
        <AreaField
          allowClear={false}
          aria-label={t("coverage.area")}
          {...(area === undefined ? {} : { value: area })}
          onChange={(next) => onChange({ area: next })}
        />
        <DayPicker label={t("coverage.day")} day={day} onChange={(next) => onChange({ day: next })} />
      </div>
      {report.error && <Failure error={report.error} onRetry={() => void report.refetch()} />}
      {!data && !report.error && <Skeleton active />}
      {data && data.cells === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("coverage.none")} />}
      {data && data.cells > 0 && (
        <>
          <div className="patrol-share">
            <span>
              <strong>{say(data.area.name)}</strong> {t("coverage.share", { ...data })}
            </span>
            {up !== undefined && (
              <Button size="small" icon={<UpOutlined />} onClick={() => onChange({ area: up })}>
                {t("coverage.up")}
              </Button>
            )}
            <Progress percent={Math.round((100 * data.covered) / data.cells)} status="normal" />
          </div>
          {data.areas.length > 0 && (
            <AreaTable
              areas={data.areas}
              onOpen={(one) => {
                onChange({ area: one.area.id });
                onLook(one.bounds);
              }}
            />
          )}
          {data.rows ? (
            <>
              <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
                {t("coverage.onlyUnwalked")}
              </Checkbox>
              <CellTable
                rows={only ? data.rows.filter(({ points }) => points === 0) : data.rows}
                onLook={(one) => onLook(one.bounds)}
              />
            </>
          ) : (
            <p className="patrol-hint">{t("coverage.tooMany")}</p>
          )}
        </>
      )}
    </>
  );
}
