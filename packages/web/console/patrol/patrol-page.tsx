import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Badge, Button, Result, Tabs } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPerson } from "@xiuhua/server/api";
import { useMap } from "../../shared/map/index.ts";
import { useTitle } from "../../shared/ui/index.ts";
import { alarmsQuery, mayWatch } from "../alarms/index.ts";
import { useMe } from "../session/index.ts";
import { AlarmsTab } from "./alarms-tab.tsx";
import { CoverageTab } from "./coverage/coverage-tab.tsx";
import { useArea } from "./coverage/use-area.ts";
import { PeopleTab } from "./people/people-tab.tsx";
import { PersonCard } from "./people/person-card.tsx";
import { coverageQuery, onDutyQuery, trackQuery } from "./queries.ts";
import "./patrol.css";
import { useFit } from "./stage/use-fit.ts";
import { useStreet } from "./stage/use-street.ts";
import { useCoverageLayer } from "./stage/use-coverage-layer.ts";
import { tabs, usePatrolState } from "./use-patrol-state.ts";
import { WordsTab } from "./words-tab.tsx";
import { Legend, MapNotes, MapTools } from "./stage/map-parts.tsx";

/** Route `/patrol`: who is outside and where, what was walked, alarms, words to those on duty. */
export function PatrolPage() {
  const { t } = useTranslation("street");
  const { t: shell } = useTranslation("shell");
  useTitle(shell("title.patrol"));
  if (!mayWatch(useMe())) return <Result status="403" title={t("denied")} />;
  return <Watching />;
}

function Watching() {
  const { t } = useTranslation("street");
  const { t: shell } = useTranslation("shell");
  const { state, change, today } = usePatrolState();
  const element = useRef<HTMLDivElement>(null);
  const { map, description, failed } = useMap(element, { title: shell("title.patrol"), pinTitle: t("position") });
  const [folded, fold] = useState(false);
  const people = useQuery(onDutyQuery);
  const alarms = useQuery(alarmsQuery);
  const area = useArea(state.area);
  const coverage = useQuery({
    ...coverageQuery(area ?? "", state.day),
    enabled: state.tab === "coverage" && area !== undefined,
  });
  const track = useQuery({ ...trackQuery(state.person ?? "", state.day), enabled: state.person !== undefined });
  const open = alarms.data?.filter(({ answeredAt }) => answeredAt === undefined).length ?? 0;
  useCoverageLayer(map, state.tab === "coverage" ? coverage.data : undefined);
  useStreet(map, {
    people: people.data,
    alarms: alarms.data,
    track: state.person === undefined ? undefined : track.data,
    chosen: state.person,
    onChoose: (person) => change({ person }),
  });
  const go = (to: { readonly lng: number; readonly lat: number }) =>
    map?.flyTo({ center: [to.lng, to.lat], zoom: Math.max(map.getZoom(), 15) });
  useFit(map, state.person === undefined ? undefined : track.data);
  const choose = ({ person, position }: FieldPerson) => {
    change({ person: person.id, day: today });
    if (position && person.id === state.person) go(position);
  };
  const contents = {
    people: (
      <PeopleTab people={people} chosen={state.person} onChoose={choose} onOther={(person) => change({ person })} />
    ),
    coverage: (
      <CoverageTab
        report={coverage}
        area={area}
        day={state.day}
        onChange={change}
        onLook={([west, south, east, north]) =>
          map?.fitBounds([west, south, east, north], { padding: 60, maxZoom: 16.5 })
        }
      />
    ),
    alarms: <AlarmsTab alarms={alarms} chosen={state.alarm} ready={map !== undefined} onLook={go} />,
    words: <WordsTab />,
  };
  return (
    <div className="patrol" data-ready={map !== undefined}>
      {!folded && (
        <aside className="patrol-panel" data-tab={state.tab} aria-label={t("panel")}>
          <Tabs
            size="small"
            activeKey={state.tab}
            onChange={(key) => change({ tab: tabs.find((tab) => tab === key) ?? "people", alarm: undefined })}
            items={tabs.map((key) => ({
              key,
              label:
                key === "alarms" && open > 0 ? (
                  <Badge count={open} size="small" offset={[8, 0]}>
                    {t(`tab.${key}`)}
                  </Badge>
                ) : (
                  t(`tab.${key}`)
                ),
            }))}
          />
          <div className="patrol-panel-scroll">{contents[state.tab]}</div>
        </aside>
      )}
      <section className="patrol-stage" aria-label={shell("title.patrol")}>
        <div ref={element} className="patrol-canvas" />
        <Button
          className="patrol-fold"
          icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={t(folded ? "unfold" : "fold")}
          aria-expanded={!folded}
          onClick={() => fold(!folded)}
        />
        {failed ? (
          <Alert className="patrol-alert" type="error" showIcon title={t("failed")} description={t("failedHint")} />
        ) : (
          <MapTools map={map} bounds={description?.bounds} />
        )}
        {!failed && <Legend coverage={state.tab === "coverage"} />}
        {state.person !== undefined && (
          <PersonCard
            key={state.person}
            id={state.person}
            person={people.data?.find(({ person }) => person.id === state.person)}
            track={track}
            day={state.day}
            onDay={(day) => change({ day })}
            onGo={go}
            onClose={() => change({ person: undefined })}
          />
        )}
        <MapNotes description={description} />
      </section>
    </div>
  );
}
