import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../../shared/api/index.ts";
import { useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";

/** Why the server said no, in one line above the form; what is wrong with single fields stands at them. */
export function RefusalBanner({ error }: { error: unknown }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const problemText = useProblemText();
  const message = error instanceof ProblemError ? error.problem.message : undefined;
  return (
    <Alert
      banner
      type="error"
      title={
        <>
          {t("form.refused")} · {message ? say(message) : problemText(error)}
        </>
      }
    />
  );
}
