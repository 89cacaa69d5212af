import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Radio, Segmented, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MadeCorrection } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";
import { actions, hasPosition, inputOf, placeKinds, type CorrectionValues } from "./correction-values.ts";
import { KnownAs } from "./known-as.tsx";
import { PointField } from "./point-field.tsx";
import { forgetPlaces } from "./queries.ts";

/** One correction by hand: another name, a new name, a place that is missing, in the wrong spot or gone. */
export function CorrectionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("places");
  const client = useQueryClient();
  const fate = useRef<MadeCorrection["state"]>("applied");
  const needed = [{ required: true, whitespace: true, message: t("correction.need") }];
  return (
    <FormDialog<CorrectionValues>
      title={t("correction.create")}
      focus="name"
      width={560}
      initial={{ action: "alias", about: "place", kind: "poi" }}
      onSave={async (values) => {
        const made = await send<MadeCorrection>("POST", "/places/gazetteer/corrections", inputOf(values));
        fate.current = made.state;
        await forgetPlaces(client);
      }}
      done={() => t(`correction.saved.${fate.current}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Form.Item name="action" label={t("correction.action")}>
            <Segmented block options={actions.map((value) => ({ value, label: t(`action.${value}`) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={["action", "about", "name"]}>
            {() => {
              // Nothing is filled in at first.
              const values: Partial<CorrectionValues> = form.getFieldsValue();
              const { action, about } = values;
              const name = values.name ?? "";
              const positioned = hasPosition(action);
              return (
                <>
                  {!positioned && (
                    <Form.Item name="about" label={t("correction.kind")}>
                      <Radio.Group
                        options={(["place", "road"] as const).map((value) => ({ value, label: t(`about.${value}`) }))}
                      />
                    </Form.Item>
                  )}
                  <Form.Item
                    name="name"
                    label={t(action === "add" ? "correction.placeName" : "correction.target")}
                    rules={needed}
                    extra={action !== "add" && <KnownAs name={name} />}
                  >
                    <Input
                      maxLength={100}
                      placeholder={t(
                        positioned || about === "place" ? "correction.placeExample" : "correction.roadExample",
                      )}
                    />
                  </Form.Item>
                  {(action === "alias" || action === "rename") && (
                    <Form.Item name="other" label={t(`correction.${action}`)} rules={needed}>
                      <Input maxLength={100} />
                    </Form.Item>
                  )}
                  {action !== "add" && (
                    <details className="places-near">
                      <summary>{t("correction.several")}</summary>
                      <Form.Item name="near" extra={t("correction.nearHint")}>
                        <PointField />
                      </Form.Item>
                    </details>
                  )}
                  {action === "add" && (
                    <div className="pair">
                      <Form.Item name="kind" label={t("correction.placeKind")}>
                        <Select options={placeKinds.map((value) => ({ value, label: t(`placeKind.${value}`) }))} />
                      </Form.Item>
                      <Form.Item name="road" label={t("correction.road")}>
                        <Input maxLength={100} placeholder={t("correction.roadExample")} />
                      </Form.Item>
                    </div>
                  )}
                  {positioned && (
                    <Form.Item
                      name="at"
                      label={t(action === "move" ? "correction.newPosition" : "correction.position")}
                      rules={[{ required: true, message: t("correction.needPosition") }]}
                    >
                      <PointField />
                    </Form.Item>
                  )}
                </>
              );
            }}
          </Form.Item>
          <Form.Item name="why" label={t("correction.why")} rules={needed}>
            <Input maxLength={500} placeholder={t("correction.whyExample")} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
