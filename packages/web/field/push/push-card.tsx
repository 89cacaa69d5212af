import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../shared/ui/index.ts";
import { fieldMeQuery } from "../online/index.ts";
import { canPush, isSubscribed, subscribeToPush } from "../phone/index.ts";
import { usePhone } from "../session/index.ts";
import { readSetting, writeSetting } from "../store/index.ts";
import { Button, Notice } from "../ui/index.ts";

const laterSetting = "push later";
/** Whoever said “later” is asked again after this (our own choice). */
const laterMs = 14 * 24 * 3_600_000;

/** Offers to be told of new tasks while the app is closed. The browser itself asks only after a touch here. */
export function PushCard() {
  const { t } = useTranslation("patrol");
  const say = useProblemText();
  const { db } = usePhone();
  const client = useQueryClient();
  const { data: me } = useQuery(fieldMeQuery);
  const asking = useQuery({
    queryKey: ["push", "asking"],
    networkMode: "always",
    queryFn: async () => {
      if (await isSubscribed()) return "no";
      const later = await readSetting(db, laterSetting);
      if (typeof later === "number" && Date.now() - later < laterMs) return "no";
      return canPush() && Notification.permission === "denied" ? "denied" : canPush() ? "yes" : "cannot";
    },
  });
  const settled = () => client.invalidateQueries({ queryKey: ["push"] });
  const later = useMutation({
    networkMode: "always",
    mutationFn: () => writeSetting(db, laterSetting, Date.now()),
    onSettled: settled,
  });
  const begin = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      if ((await Notification.requestPermission()) === "granted") await subscribeToPush();
    },
    onSettled: settled,
  });
  if (me?.push !== true || asking.data === undefined || asking.data === "no") return null;
  const text = asking.data === "yes" ? "push.text" : asking.data === "denied" ? "push.denied" : "push.cannot";
  return (
    <Notice
      title={t("push.title")}
      action={
        <>
          {asking.data === "yes" && (
            <Button kind="main" disabled={begin.isPending} onClick={() => begin.mutate()}>
              {t("push.begin")}
            </Button>
          )}
          <Button onClick={() => later.mutate()}>{t("push.later")}</Button>
        </>
      }
    >
      <p>{t(text)}</p>
      {begin.error && <p className="field-problem">{t("push.failed", { reason: say(begin.error) })}</p>}
    </Notice>
  );
}
