import { useEffect } from "react";
import { useQuery } from "@tanstack/react-query";
import type { DevicePosition } from "@xiuhua/server/api";
import { useSay } from "../../shared/words/index.ts";
import type { Drafting } from "../drafts/index.ts";
import { fieldMeQuery } from "../online/index.ts";
import { useOutbox, useOutgoing } from "../outbox/index.ts";
import { usePack, type Point } from "../pack/index.ts";
import { useFix, type FixState } from "../phone/index.ts";
import { usePlaceWords } from "../place/index.ts";
import type { Entry } from "../queue/index.ts";
import { useMe } from "../session/index.ts";
import { inputOf, lackOf, type Lack } from "./complete.ts";
import { useTypes, type PackType } from "../types/index.ts";
import type { Openings } from "./use-openings.ts";
import { reportValues, type Mode, type ReportValues } from "./values.ts";

export interface Report {
  readonly values: ReportValues;
  readonly fix: FixState;
  /** Where the phone is. */
  readonly position: DevicePosition | undefined;
  /** Where it is: picked, else where the first photo was taken, else where the phone is. */
  readonly point: (Point & { readonly accuracy?: number }) | undefined;
  /** The place in words: the person's, else the app's. */
  readonly placeText: string;
  readonly type: PackType | undefined;
  readonly types: readonly PackType[];
  /** Cells of one's own grid. */
  readonly own: ReadonlySet<string>;
  readonly lack: Lack | undefined;
  readonly set: Drafting["set"];
  readonly clear: () => Promise<void>;
  /** Saves it to be sent. Only where nothing lacks. */
  readonly send: () => Promise<Entry>;
}

/** The report that is being written, with what the phone and the pack add to it. */
export function useReport(drafting: Drafting, openings: Openings): Report {
  const { draft, key, set } = drafting;
  const draftValues = reportValues(draft.values);
  // Who may report in one way alone need not choose.
  const only: Mode | undefined = openings.report ? undefined : openings.reportSelfHandled && "reportSelfHandled";
  const values = only ? { ...draftValues, mode: only } : draftValues;
  const say = useSay();
  const person = useMe().id;
  const outbox = useOutbox();
  const { pause } = useOutgoing();
  const pack = usePack();
  const { data: me } = useQuery(fieldMeQuery);
  const fix = useFix();
  const position = fix.kind === "fixed" ? fix.position : undefined;
  const point = values.point ?? position;
  const described = usePlaceWords(pack, point);
  const placeText = values.placeText ?? described ?? "";
  const types = useTypes();
  const type = types.find((one) => one.code === values.type);

  // The report is about where its first photo was taken, not where the person walked on to.
  const photographed = draft.files.find((file) => file.position)?.position;
  useEffect(() => {
    if (values.point || !photographed) return;
    const { lng, lat, accuracy } = photographed;
    set({ point: { lng, lat, accuracy } });
  }, [values.point, photographed, set]);

  const written = {
    mode: values.mode,
    photos: draft.files.map((file) => file.kind),
    point,
    placeText,
    type: values.type,
    description: values.description,
  };
  return {
    values,
    fix,
    position,
    point,
    placeText,
    type,
    types,
    own: new Set(me?.cells),
    lack: lackOf(written),
    set,
    clear: drafting.clear,
    async send() {
      if (!point) throw new Error("A report without a place was sent");
      const seenAt = Math.min(...draft.files.map((file) => file.capturedAt ?? Date.now()), Date.now());
      const input = inputOf({ ...written, point, typeName: type?.matter ?? type?.name, seenAt });
      const title = openings[values.mode]?.title ?? { zh: "上报", en: "Report" };
      drafting.release();
      const entry = await outbox.add(
        {
          id: crypto.randomUUID(),
          person,
          doing: { kind: "open", procedure: "city-case", action: values.mode },
          title,
          summary: input.description || (type ? say(type.name) : ""),
          input,
          files: draft.files,
          capturedAt: seenAt,
          ...(position ? { position } : {}),
          offline: !navigator.onLine || pause?.kind === "unreachable",
        },
        key,
      );
      await drafting.clear();
      return entry;
    },
  };
}
