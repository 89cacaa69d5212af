import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { Words } from "@xiuhua/server/api";
import { get } from "../shared/api/index.ts";
import { Button, Screen } from "../shared/phone/index.ts";
import { setThemeMode, useDark } from "../shared/theme/index.ts";
import { setCityZone } from "../shared/time/index.ts";
import { changeLanguage, useLanguage } from "../shared/words/index.ts";

interface CityNow {
  readonly name: Words;
  readonly zone: string;
}

/** The city that one is in; its zone is the one in which times are told. */
export const useCity = () =>
  useQuery({
    queryKey: ["city"],
    staleTime: Infinity,
    async queryFn() {
      const city = await get<CityNow>("/city");
      setCityZone(city.zone);
      return city;
    },
  }).data;

/** A screen of this door: language and light can be changed on each, since nobody has settings here. */
export function Page(props: Omit<ComponentProps<typeof Screen>, "tools">) {
  const { t } = useTranslation("portal");
  const { t: common } = useTranslation();
  const other = useLanguage() === "zh" ? "en" : "zh";
  const dark = useDark();
  return (
    <Screen
      {...props}
      tools={
        <>
          <Button
            kind="quiet"
            aria-label={t(dark ? "toLight" : "toDark")}
            onClick={() => setThemeMode(dark ? "light" : "dark")}
          >
            <span aria-hidden="true">{dark ? "☀" : "☾"}</span>
          </Button>
          <Button kind="quiet" lang={other === "zh" ? "zh-CN" : "en"} onClick={() => void changeLanguage(other)}>
            {common(`language.${other}`)}
          </Button>
        </>
      }
    />
  );
}
