import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Skeleton } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { typeQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { useLimitWords } from "../../text/limit.ts";
import { asText } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { useFormAround } from "../form-context.ts";

/** The criteria of the chosen type: when it is a case, what counts as done, how long that may take. */
export function CriterionField(props: ControlProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const limit = useLimitWords();
  const { type: caseType, typePath } = useFormAround();
  const ownType = asText(Form.useWatch(typePath ? [...typePath] : []));
  const code = typePath ? ownType : caseType;
  const { data: type } = useQuery({ ...typeQuery(code ?? ""), enabled: code !== undefined });
  const chosen = asText(props.value);
  const pick = useEffectEvent((id: string | undefined) => props.onChange?.(id));

  // A criterion belongs to one type: another type takes it away, and a lone criterion needs no choosing.
  useEffect(() => {
    if (!type) return;
    const fits = type.criteria.some((one) => one.id === chosen);
    const only = type.criteria.length === 1 ? type.criteria[0]?.id : undefined;
    if (!fits && (chosen !== undefined || only !== undefined)) pick(only);
  }, [type, chosen]);

  if (code === undefined) return <div className="case-faint">{t("form.criterion.first")}</div>;
  if (!type) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (type.criteria.length === 0) return <div className="case-faint">{t("form.criterion.none")}</div>;
  return (
    <Radio.Group
      {...idOf(props)}
      className="case-criteria"
      value={chosen ?? null}
      onChange={(event) => props.onChange?.(event.target.value)}
    >
      {type.criteria.map((one) => (
        <Radio key={one.id} value={one.id} className="case-criterion">
          <span className="case-criterion-when">{say(one.when)}</span>
          <span className="case-criterion-limit">{limit(one.limit)}</span>
          <span className="case-criterion-done">{t("form.criterion.done", { done: say(one.done) })}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
