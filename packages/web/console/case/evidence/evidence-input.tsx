import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DropZone } from "./drop-zone.tsx";
import { evidenceKinds, slotsOf, type EvidenceKind } from "../../../shared/case/index.ts";
import type { Uploads } from "./use-uploads.ts";

interface EvidenceInputProps {
  readonly demanded: Readonly<Record<string, number>>;
  readonly uploads: Uploads;
  /** What lacks, as a sentence, once the person tried to submit; else empty. */
  readonly problem: string;
}

/** Photos and files that go with an action; what is pasted goes where something still lacks. */
export function EvidenceInput({ demanded, uploads, problem }: EvidenceInputProps) {
  const { t } = useTranslation("case");
  const [extra, setExtra] = useState<readonly EvidenceKind[]>([]);
  const slots = slotsOf(demanded);
  const kinds = [...slots, ...extra.map((kind) => ({ kind, needed: 0 }))];
  const others = evidenceKinds.filter((kind) => !kinds.some((one) => one.kind === kind));

  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const lacks = kinds.find(
      ({ kind, needed }) => uploads.drafts.filter((one) => one.kind === kind).length < Math.max(needed, 1),
    );
    const target = lacks?.kind ?? kinds[0]?.kind ?? "document";
    if (kinds.length === 0) setExtra(["document"]);
    uploads.add(target, files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);

  // What lacks may lie below the fold: bring it into sight once it is told.
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (problem !== "") box.current?.scrollIntoView({ block: "nearest" });
  }, [problem]);

  return (
    <fieldset className="case-evidence-input" ref={box}>
      <legend>{t("upload.title")}</legend>
      <div className="case-slots">
        {kinds.map(({ kind, needed }) => (
          <DropZone key={kind} kind={kind} needed={needed} uploads={uploads} />
        ))}
        {others.length > 0 && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: others.map((kind) => ({ key: kind, label: t(`evidence.kind.${kind}`) })),
              onClick: ({ key }) => {
                const kind = others.find((one) => one === key);
                if (kind) setExtra((all) => [...all, kind]);
              },
            }}
          >
            <Button type="link" icon={<PlusOutlined />} className="case-slot-more">
              {t("upload.more")}
            </Button>
          </Dropdown>
        )}
      </div>
      {problem !== "" && (
        <div role="alert" className="case-bad">
          {problem}
        </div>
      )}
    </fieldset>
  );
}
