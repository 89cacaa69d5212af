import CheapRuler from "cheap-ruler";
import type { DevicePosition, EvidenceKind, Words } from "@xiuhua/core/procedure";
import type { EvidenceDoubt } from "../api/index.ts";
import type { Sightings } from "./copies.ts";

/** What is known of a picture that proves something. Instants in milliseconds, positions in WGS 84. */
export interface PictureFacts {
  /** Nothing is doubted about recordings, documents and drawings. */
  readonly isPhoto: boolean;
  readonly kind: EvidenceKind;
  /** Shown by who was there: the field's and the departments' people. The centre passes on what it was sent. */
  readonly byField: boolean;
  readonly copies: Sightings;
  /** From the file's own EXIF, by the camera's clock. */
  readonly takenAt: number | undefined;
  readonly takenPlace: { readonly lng: number; readonly lat: number } | undefined;
  /** Whether the file says anything of the camera that took it. */
  readonly hasCamera: boolean;
  readonly software: string | undefined;
  readonly modifiedAt: number | undefined;
  /** Noted by the app when it was taken, by the phone's clock. */
  readonly capturedAt: number | undefined;
  readonly position: DevicePosition | undefined;
  /** The phone's clock less the server's. */
  readonly clockOffset: number | undefined;
  /** Since when the case waited for whoever acted; undefined where nobody waited (a report). */
  readonly taskBegan: number | undefined;
  /** Where the case is. */
  readonly place: { readonly lng: number; readonly lat: number } | undefined;
}

export interface DoubtRules {
  readonly farMetres: number;
  /** An instant as people of the city read it. */
  readonly inWords: (at: number) => string;
}

/** A clock that is off by more is doubted, and times closer than this are the same. */
const clockTolerance = 120_000;

/** Pictures that show what was found or done for this very task; a reference may be an old one. */
const forTheTask: ReadonlySet<EvidenceKind> = new Set(["near", "far", "after", "check"]);

/** Programs that change pictures, by what they write into the file (our own list). Phones write their system here. */
const editors =
  /photoshop|lightroom|snapseed|gimp|picsart|vsco|pixlr|affinity|meitu|美图|xingtu|醒图|轻颜|faceu|b612|camera360|polarr|泼辣|canva|inshot|remini|afterlight|facetune|darktable|rawtherapee|picasa|irfanview|acdsee|imagemagick|faststone|paint/i;

/** Reasons to look twice at a picture, in the order of their weight. They inform, they never block. */
export function doubtsAbout(facts: PictureFacts, rules: DoubtRules): EvidenceDoubt[] {
  if (!facts.isPhoto) return [];
  const checks = [samePicture, nearCopy, beforeTask, farAway, edited, clockWrong, noPosition];
  return checks.flatMap((check) => check(facts, rules) ?? []);
}

type Check = (facts: PictureFacts, rules: DoubtRules) => EvidenceDoubt | undefined;

const samePicture: Check = ({ copies }) =>
  elsewhere("same-picture", copies.same, { zh: "同一张照片还用于", en: "The same picture is used in" });

const nearCopy: Check = ({ copies }) =>
  elsewhere("near-copy", copies.near, { zh: "与其他案件的照片几乎相同：", en: "Almost the same as a picture in" });

function elsewhere(code: EvidenceDoubt["code"], sightings: Sightings["same"], words: Words): EvidenceDoubt | undefined {
  if (sightings.length === 0) return undefined;
  const seen = sightings.flatMap((one) => one.no ?? []);
  const hidden = sightings.length - seen.length;
  const parts = {
    zh: [
      ...(seen.length > 0 ? [`案件 ${seen.join("、")}`] : []),
      ...(hidden > 0 ? [`您无权查看的案件 ${hidden} 件`] : []),
    ],
    en: [
      ...(seen.length > 0 ? [`case ${seen.join(", ")}`] : []),
      ...(hidden > 0 ? [`${hidden} case(s) you may not see`] : []),
    ],
  };
  const message = { zh: `${words.zh}${parts.zh.join("，")}`, en: `${words.en} ${parts.en.join(" and ")}` };
  return { code, message, ...(seen.length > 0 ? { cases: seen } : {}) };
}

/** By the earlier of the times known, the phone's error taken off. */
const beforeTask: Check = ({ kind, taskBegan, capturedAt, takenAt, clockOffset = 0 }, { inWords }) => {
  if (taskBegan === undefined || !forTheTask.has(kind)) return undefined;
  const taken = Math.min(...[capturedAt, takenAt].flatMap((at) => (at === undefined ? [] : [at - clockOffset])));
  if (!(taken < taskBegan - clockTolerance)) return undefined;
  return {
    code: "before-task",
    message: {
      zh: `拍摄于 ${inWords(taken)}，早于任务开始（${inWords(taskBegan)}）`,
      en: `Taken ${inWords(taken)}, before the task began (${inWords(taskBegan)})`,
    },
  };
};

/** The app's position before the file's: its accuracy is known, and is given to the picture's favour. */
const farAway: Check = ({ place, position, takenPlace }, { farMetres }) => {
  const at = position ?? takenPlace;
  if (at === undefined || place === undefined) return undefined;
  const metres = new CheapRuler(place.lat, "meters").distance([place.lng, place.lat], [at.lng, at.lat]);
  if (metres - (position?.accuracy ?? 0) <= farMetres) return undefined;
  const far = metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`;
  return {
    code: "far-away",
    message: { zh: `拍摄位置距案件 ${far.replace("km", "公里").replace("m", "米")}`, en: `Taken ${far} from the case` },
  };
};

const edited: Check = (facts, { inWords }) => {
  const { software, takenAt, modifiedAt, capturedAt, hasCamera, byField } = facts;
  const told = (message: Words): EvidenceDoubt => ({ code: "edited", message });
  if (software !== undefined && editors.test(software))
    return told({ zh: `曾用软件处理（${software}）`, en: `Passed through an editor (${software})` });
  if (takenAt !== undefined && modifiedAt !== undefined && modifiedAt - takenAt > clockTolerance)
    return told({
      zh: `拍摄后改动过（${inWords(modifiedAt)}）`,
      en: `Changed after it was taken (${inWords(modifiedAt)})`,
    });
  if (takenAt !== undefined && capturedAt !== undefined && Math.abs(takenAt - capturedAt) > clockTolerance)
    return told({
      zh: `照片自带的拍摄时间（${inWords(takenAt)}）与采集时间（${inWords(capturedAt)}）不符`,
      en: `The picture says ${inWords(takenAt)}, the phone took it ${inWords(capturedAt)}`,
    });
  if (byField && !hasCamera && capturedAt === undefined)
    return told({
      zh: "照片不含拍摄信息，可能经过转发或处理",
      en: "The picture says nothing of its camera: perhaps forwarded or edited",
    });
  return undefined;
};

const clockWrong: Check = ({ clockOffset }) => {
  if (clockOffset === undefined || Math.abs(clockOffset) <= clockTolerance) return undefined;
  const minutes = Math.round(Math.abs(clockOffset) / 60_000);
  const fast = clockOffset > 0;
  return {
    code: "clock-wrong",
    message: {
      zh: `手机时钟${fast ? "快" : "慢"} ${minutes} 分钟`,
      en: `The phone's clock is ${minutes} minutes ${fast ? "fast" : "slow"}`,
    },
  };
};

const noPosition: Check = ({ byField, position, takenPlace }) =>
  byField && position === undefined && takenPlace === undefined
    ? { code: "no-position", message: { zh: "没有拍摄位置", en: "No position" } }
    : undefined;
