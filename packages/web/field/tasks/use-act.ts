import type { ActionForm, CaseDetail, DevicePosition } from "@xiuhua/server/api";
import {
  faultsOf,
  fieldsOf,
  initialOf,
  inputOf,
  lacking,
  type EvidenceKind,
  type Fault,
  type FormField,
  type Input,
  type Slot,
} from "../../shared/case/index.ts";
import type { Drafting } from "../drafts/index.ts";
import { useOutbox, useOutgoing } from "../outbox/index.ts";
import { useFix } from "../phone/index.ts";
import type { Entry } from "../queue/index.ts";
import { useMe } from "../session/index.ts";
import { draftOf, shownOf } from "./written.ts";

export interface Acting {
  readonly fields: readonly FormField[];
  readonly values: Input;
  readonly faults: readonly Fault[];
  /** Photos that still lack. */
  readonly lacks: readonly Slot[];
  readonly kinds: readonly EvidenceKind[];
  readonly position: DevicePosition | undefined;
  readonly set: (values: Input) => void;
  /** Saves it to be sent. Only where nothing lacks. */
  readonly send: () => Promise<Entry>;
}

/** What an action that demands no photo may be shown by all the same. */
const offered: readonly EvidenceKind[] = ["near", "far"];

/** The action that is being written, from its form and its draft. */
export function useAct(detail: CaseDetail, form: ActionForm, { draft, key, set, release }: Drafting): Acting {
  const person = useMe().id;
  const outbox = useOutbox();
  const { pause } = useOutgoing();
  const fix = useFix();
  const position = fix.kind === "fixed" ? fix.position : undefined;
  const fields = fieldsOf(form.input);
  const values = shownOf(initialOf(fields, form.initial), draft.values);
  const input = inputOf(fields, values);
  const demanded = lacking(form.evidence, []).map(({ kind }) => kind);
  return {
    fields,
    values,
    faults: faultsOf(fields, input),
    lacks: lacking(form.evidence, draft.files),
    kinds: demanded.length > 0 ? demanded : offered,
    position,
    set: (next) => set(draftOf(next)),
    send() {
      release();
      return outbox.add(
        {
          id: crypto.randomUUID(),
          person,
          doing: { kind: "act", no: detail.no, action: form.action, seq: detail.seq },
          title: form.title,
          summary: detail.title,
          input,
          files: draft.files,
          capturedAt: Date.now(),
          ...(position ? { position } : {}),
          offline: !navigator.onLine || pause?.kind === "unreachable",
        },
        key,
      );
    },
  };
}
