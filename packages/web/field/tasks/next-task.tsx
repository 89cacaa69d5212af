import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useNow } from "../../shared/time/index.ts";
import { Button } from "../ui/index.ts";
import { byClock } from "./order.ts";
import { taskPath } from "./paths.ts";
import { useTasks } from "./use-tasks.ts";

/** On to the next one at once, or back to the list. */
export function NextTask({ after }: { after: string }) {
  const { t } = useTranslation("task");
  const navigate = useNavigate();
  const { open } = useTasks();
  const [next] = byClock(open, useNow()).filter(({ summary }) => summary.no !== after);
  return (
    <>
      {next && (
        <Button kind="main" wide onClick={() => void navigate(taskPath(next.summary.no), { replace: true })}>
          {t("nextTask", { title: next.summary.title })}
        </Button>
      )}
      <Button kind={next ? "plain" : "main"} wide onClick={() => void navigate("/tasks", { replace: true })}>
        {t("back")}
      </Button>
    </>
  );
}
