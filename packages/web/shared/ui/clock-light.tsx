import { useTranslation } from "react-i18next";
import type { Colour } from "@xiuhua/server/api";
import { colourAt, minuteText, remaining, useDuration, useNow } from "../time/index.ts";
import { Lamp } from "./lamp.tsx";
import "./clock-light.css";

interface ClockLightProps {
  /** As the server last saw it; the light moves on by itself as `warnAt` and `dueAt` pass. */
  readonly colour?: Colour | undefined;
  readonly dueAt?: string | undefined;
  readonly warnAt?: string | undefined;
  /** A clock that stands still shows its colour in words, not the time left. */
  readonly still?: boolean;
}

/** The traffic light: colour, shape and words, e.g. “剩 3 小时 20 分”, “超 1 天 2 小时”. */
export function ClockLight({ colour, dueAt, warnAt, still = false }: ClockLightProps) {
  const { t } = useTranslation();
  const now = useNow();
  const say = useDuration();
  if (colour === undefined && dueAt === undefined)
    return (
      <span className="clock-light" data-colour="none">
        {t("light.none")}
      </span>
    );
  const shown = still ? (colour ?? "green") : colourAt(now, { colour, dueAt, warnAt });
  const left = dueAt === undefined || still ? undefined : remaining(dueAt, now);
  const words = left ? t(left.over ? "light.over" : "light.left", { time: say(left.parts) }) : t(`light.${shown}`);
  return (
    <span
      className="clock-light"
      data-colour={shown}
      title={dueAt === undefined ? undefined : t("light.due", { at: minuteText(dueAt) })}
    >
      <Lamp colour={shown} />
      <span className="sr-only">{left ? t(`light.${shown}`) : ""}</span>
      <span>{words}</span>
    </span>
  );
}
