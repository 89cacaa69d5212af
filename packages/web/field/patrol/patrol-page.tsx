import { useTranslation } from "react-i18next";
import { PushCard } from "../push/index.ts";
import { Screen } from "../ui/index.ts";
import { AlarmButton } from "./alarm/index.ts";
import { DutyCard, useDuty } from "./duty/index.ts";
import { WalkCard } from "./map/index.ts";
import { NoticesCard, WordsCard } from "./news/index.ts";
import { QuickCard } from "./quick/index.ts";

/** A day outside: on duty or not, what the centre says, what is walked, what is new; the alarm under the thumb. */
export function PatrolPage() {
  const { t } = useTranslation("patrol");
  const { duty } = useDuty();
  return (
    <Screen title={t("title")} foot={<AlarmButton />}>
      <DutyCard />
      {/* Asked once somebody works with it, not when they first look. */}
      {duty && <PushCard />}
      <WordsCard />
      <QuickCard />
      <WalkCard />
      <NoticesCard />
    </Screen>
  );
}
