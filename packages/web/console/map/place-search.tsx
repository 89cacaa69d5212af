import { EnvironmentOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { resolveQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import type { FoundPlace } from "./map-state.ts";

interface PlaceSearchProps {
  /** What is shown already. */
  readonly place: FoundPlace | undefined;
  readonly onPlace: (place: FoundPlace | undefined) => void;
}

/** Says where it is the way people say it, and the map goes there and shows how sure it is. */
export function PlaceSearch({ place, onPlace }: PlaceSearchProps) {
  const { t } = useTranslation("map");
  const say = useSay();
  const [text, setText] = useState(place?.reading ?? "");
  const [asked, ask] = useState("");
  const [closed, close] = useState(false);
  const found = useQuery({ ...resolveQuery(asked), enabled: asked !== "" });

  const points = asked === "" ? [] : (found.data?.points ?? []);
  const options = points.slice(0, 8).map((one, at) => ({
    value: String(at),
    label: (
      <span className="map-place">
        <EnvironmentOutlined aria-hidden />
        <span>
          {one.reading}
          <small>
            {[...one.areas.map((area) => say(area.name)), t("search.radius", { count: Math.round(one.radius) })].join(
              " · ",
            )}
          </small>
          {one.doubts.length > 0 && <small>{one.doubts.map((doubt) => say(doubt)).join(" ")}</small>}
        </span>
      </span>
    ),
  }));
  return (
    <AutoComplete
      className="map-search"
      value={text}
      options={options}
      open={!closed && asked !== "" && asked === text.trim() && !found.isPending}
      onBlur={() => close(true)}
      onFocus={() => close(false)}
      popupMatchSelectWidth={320}
      notFoundContent={asked === "" ? null : t(found.isError ? "search.failed" : "search.none")}
      onChange={(value) => {
        setText(value);
        if (value.trim() === "") {
          ask("");
          onPlace(undefined);
        }
      }}
      onSelect={(value) => {
        const point = points[Number(value)];
        if (!point) return;
        const { lng, lat, radius, reading } = point;
        setText(reading);
        close(true);
        onPlace({ lng, lat, radius: Math.round(radius), reading });
      }}
    >
      <Input.Search
        allowClear
        maxLength={200}
        aria-label={t("search.label")}
        placeholder={t("search.placeholder")}
        loading={found.isFetching}
        onSearch={(value) => {
          ask(value.trim());
          close(false);
        }}
      />
    </AutoComplete>
  );
}
