import { useQuery } from "@tanstack/react-query";
import { Alert, Empty, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { GazetteerCounts, GazetteerVersion } from "@xiuhua/server/api";
import { minuteText } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { forgetPlaces, gazetteerQuery, roadVersionsQuery } from "./queries.ts";
import { useVersionActions } from "./use-version-actions.ts";
import { VersionButton } from "./version-button.tsx";

const counted = ["roads", "lines", "places", "doors"] as const;

/** Versions of roads, named places and house numbers: what each holds, what it differs by from the one before. */
export function RoadsTab() {
  const { t } = useTranslation("places");
  const say = useSay();
  const versions = useQuery(roadVersionsQuery);
  const state = useQuery(gazetteerQuery);
  const { put } = useVersionActions(forgetPlaces);
  if (versions.error) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  const before = (version: GazetteerVersion) => versions.data?.find((one) => one.version < version.version)?.counts;
  return (
    <div className="places-list">
      {state.data && (
        <Alert
          type="info"
          showIcon
          title={
            state.data.inForce === null
              ? t("roads.none")
              : t("roads.state", { crossings: state.data.crossings, corrections: state.data.corrections })
          }
          description={state.data.inForce?.provenance ? say(state.data.inForce.provenance) : undefined}
        />
      )}
      <Table<GazetteerVersion>
        size="small"
        rowKey="version"
        aria-label={t("tab.roads")}
        loading={versions.isPending}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={versions.data ?? []}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("roads.none")} /> }}
        columns={[
          {
            title: t("version.no"),
            width: 190,
            render: (_, { version, inForce, schematic }) => (
              <>
                <span className="number places-no">{version}</span>
                {inForce && <Tag color="green">{t("version.state.inForce")}</Tag>}
                {schematic && <Tag>{t("roads.schematic")}</Tag>}
              </>
            ),
          },
          ...counted.map((what) => ({
            title: t(`roads.${what}`),
            width: 96,
            align: "right" as const,
            render: (_: unknown, version: GazetteerVersion) => (
              <Count counts={version.counts} before={before(version)} what={what} />
            ),
          })),
          {
            title: t("roads.files"),
            render: (_, { files, datum }) =>
              files.map(({ name, sha256 }) => (
                <div key={sha256} title={`SHA-256 ${sha256}`}>
                  {name} <span className="places-faint">{datum.toUpperCase()}</span>
                </div>
              )),
          },
          {
            title: t("version.made"),
            width: 150,
            render: (_, { loadedAt, loadedBy }) => (
              <>
                <div className="number">{minuteText(loadedAt)}</div>
                <div className="places-faint">{loadedBy}</div>
              </>
            ),
          },
          {
            title: "",
            width: 110,
            render: (_, { version, inForce }) =>
              !inForce && (
                <VersionButton
                  label={t("version.putBack")}
                  ask={t("roads.putBackAsk", { version })}
                  address={`/places/gazetteer/versions/${version}`}
                  action={put}
                />
              ),
          },
        ]}
      />
    </div>
  );
}

interface CountProps {
  readonly counts: GazetteerCounts;
  readonly before: GazetteerCounts | undefined;
  readonly what: keyof GazetteerCounts;
}

/** How many, and how many more or fewer than in the version before. */
function Count({ counts, before, what }: CountProps) {
  const more = before === undefined ? 0 : counts[what] - before[what];
  return (
    <span className="number">
      {counts[what].toLocaleString()}
      {more !== 0 && <small className="places-more">{more > 0 ? `+${more}` : `−${-more}`}</small>}
    </span>
  );
}
