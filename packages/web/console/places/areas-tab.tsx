import { useQuery } from "@tanstack/react-query";
import { Empty, Segmented, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlaceVersion } from "@xiuhua/server/api";
import { minuteText } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { forgetAreas, placeVersionsQuery } from "./queries.ts";
import { useVersionActions } from "./use-version-actions.ts";
import { VersionButton } from "./version-button.tsx";

const kinds = ["areas", "cells", "responsibilityGrids"] as const;
const colours = { draft: "gold", inForce: "green", past: "default" } as const;
const differences = ["added", "changed", "retired", "same"] as const;

/** Versions of areas, unit grid and responsibility grids: what each changed, and which is in force. */
export function AreasTab() {
  const { t } = useTranslation("places");
  const [kind, setKind] = useState<PlaceVersion["kind"]>("areas");
  const versions = useQuery(placeVersionsQuery(kind));
  const { put, discard } = useVersionActions(forgetAreas);
  return (
    <div className="places-list">
      <Segmented
        className="places-kinds"
        aria-label={t("tab.areas")}
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      {versions.error ? (
        <Failure error={versions.error} onRetry={() => void versions.refetch()} />
      ) : (
        <Table<PlaceVersion>
          size="small"
          rowKey="version"
          aria-label={t(`kind.${kind}`)}
          loading={versions.isPending}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={versions.data ?? []}
          expandable={{
            rowExpandable: ({ hints }) => hints.length > 0,
            expandedRowRender: (version) => <Hints hints={version.hints} />,
          }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("version.none")} /> }}
          columns={[
            {
              title: t("version.no"),
              width: 120,
              render: (_, { version, state }) => (
                <>
                  <span className="number places-no">{version}</span>
                  <Tag color={colours[state]}>{t(`version.state.${state}`)}</Tag>
                </>
              ),
            },
            {
              title: t("version.source"),
              render: (_, { source, hints }) => (
                <>
                  {/^↺ \d+$/u.test(source) ? t("version.again", { version: source.slice(2) }) : source}
                  {hints.length > 0 && (
                    <div className="places-faint">{t("version.hints", { count: hints.length })}</div>
                  )}
                </>
              ),
            },
            {
              title: t("version.features"),
              width: 84,
              align: "right",
              render: (_, { features }) => <span className="number">{features.toLocaleString()}</span>,
            },
            {
              title: t("version.changes"),
              width: 280,
              render: (_, { changes }) =>
                changes && (
                  <span className="places-changes">
                    {differences.map((what) => (
                      <span key={what} className="number" data-none={changes[what] === 0}>
                        {t(`version.change.${what}`, { count: changes[what] })}
                      </span>
                    ))}
                  </span>
                ),
            },
            {
              title: t("version.made"),
              width: 150,
              render: (_, { madeAt, madeBy }) => (
                <>
                  <div className="number">{minuteText(madeAt)}</div>
                  <div className="places-faint">{madeBy}</div>
                </>
              ),
            },
            {
              title: t("version.inForce"),
              width: 150,
              render: (_, { inForceFrom, inForceTo }) =>
                inForceFrom !== undefined && (
                  <>
                    <div className="number">{minuteText(inForceFrom)} –</div>
                    <div className="number">{inForceTo === undefined ? t("version.now") : minuteText(inForceTo)}</div>
                  </>
                ),
            },
            {
              title: "",
              width: 150,
              render: (_, { version, state }) => {
                const address = `/places/versions/${kind}/${version}`;
                if (state === "inForce") return null;
                return (
                  <span className="places-actions">
                    <VersionButton
                      label={t(state === "draft" ? "version.putNew" : "version.putBack")}
                      ask={t("version.putBackAsk", { kind: t(`kind.${kind}`), version })}
                      address={address}
                      action={put}
                    />
                    {state === "draft" && (
                      <VersionButton
                        danger
                        label={t("version.discard")}
                        ask={t("version.discardAsk", { version })}
                        address={address}
                        action={discard}
                      />
                    )}
                  </span>
                );
              },
            },
          ]}
        />
      )}
    </div>
  );
}

/** What the checks remarked on when it was loaded. */
function Hints({ hints }: Pick<PlaceVersion, "hints">) {
  const say = useSay();
  return (
    <ul className="places-findings">
      {hints.map(({ check, what, remedy }) => (
        <li key={check}>
          {say(what)} <span className="places-faint">{say(remedy)}</span>
        </li>
      ))}
    </ul>
  );
}
