import { useQuery } from "@tanstack/react-query";
import { Alert, Empty, Form, Input, Skeleton } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResponsibilityTestQuery } from "@xiuhua/server/api";
import { resolveQuery } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { testQuery } from "./queries.ts";
import { TypeSelect } from "./type-select.tsx";

/** “Who would get this?” The same function answers that proposes the department when a case is dispatched. */
export function Tester() {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const problem = useProblemText();
  const [type, setType] = useState<string>();
  const [place, setPlace] = useState("");
  const [component, setComponent] = useState("");
  const words = useDeferredValue(place.trim());
  const found = useQuery({ ...resolveQuery(words), enabled: words !== "" });
  const point = words === "" ? undefined : found.data?.points.find((one) => one.areas.length > 0);
  const code = useDeferredValue(component.trim());
  const question: ResponsibilityTestQuery = {
    ...(type === undefined ? {} : { type }),
    ...(point ? { lng: point.lng, lat: point.lat } : {}),
    ...(code === "" ? {} : { component: code }),
  };
  const asked = Object.keys(question).length > 0;
  const answer = useQuery({ ...testQuery(question), enabled: asked });
  return (
    <section className="responsibility-tester" aria-label={t("tester.title")}>
      <h2>{t("tester.title")}</h2>
      <Form layout="vertical" size="small">
        <Form.Item label={t("tester.type")} htmlFor="tester-type">
          <TypeSelect
            id="tester-type"
            {...(type === undefined ? {} : { value: type })}
            onChange={(next) => setType(next)}
          />
        </Form.Item>
        <Form.Item
          label={t("tester.place")}
          htmlFor="tester-place"
          extra={
            words !== "" &&
            (point
              ? `${point.reading}（${point.areas.map((area) => say(area.name)).join(" ")}）`
              : found.isSuccess && t("tester.placeUnknown"))
          }
        >
          <Input
            id="tester-place"
            allowClear
            maxLength={200}
            placeholder={t("tester.placeHint")}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("tester.component")} htmlFor="tester-component">
          <Input
            id="tester-component"
            className="number"
            allowClear
            maxLength={32}
            placeholder={t("tester.componentHint")}
            value={component}
            onChange={(event) => setComponent(event.target.value)}
          />
        </Form.Item>
      </Form>
      <div aria-live="polite">
        {!asked && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("tester.ask")} />}
        {asked && answer.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
        {asked && answer.error && <Alert type="warning" showIcon title={problem(answer.error)} />}
        {asked && answer.data && (
          <>
            <p className="responsibility-answer">
              {answer.data.unit ? say(answer.data.unit.name) : t("tester.nobody")}
            </p>
            <ol className="responsibility-chain">
              {answer.data.chain.map((step) => (
                <li key={step.stage} data-decides={step.decides}>
                  <small className="responsibility-stage" data-rule={step.rule !== undefined}>
                    {t(`stage.${step.stage}`)}
                  </small>
                  {say(step.words)}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}
