import type { Readable } from "node:stream";
import type { Words } from "@xiuhua/core/procedure";
import type { CaseClock, CaseDetail } from "../api/index.ts";
import { drawn, type Paper } from "./paper.ts";
import { clockWords, earlierSteps, kinds, limitWords, morePhotos, onBehalfOf, pageOf, words } from "./words.ts";

/** Photos and steps beyond are told of, not printed. Our own choice. */
const mostPhotos = 12;
const mostSteps = 300;

export interface CasePaperOptions {
  readonly detail: CaseDetail;
  readonly city: Words;
  readonly procedure: Words;
  readonly stateTitle: (state: string) => Words;
  /** Who prints it: paper gets about. */
  readonly reader: Words;
  readonly language: keyof Words;
  readonly now: number;
  /** An instant as it reads in the city. */
  readonly localTime: (at: number) => string;
  /** A photo's small picture; undefined where it cannot be had. */
  readonly picture: (hash: string) => Promise<Buffer | undefined>;
}

/** One case on paper, as its reader may see it: nothing is read but the detail, which was redacted for them. */
export async function casePaper(options: CasePaperOptions): Promise<Readable> {
  const { detail, language, now, localTime } = options;
  const photos = photosOf(detail).slice(0, mostPhotos);
  // One after the other: a case of forty photos is no reason to hold forty files open.
  const pictures: (Buffer | undefined)[] = [];
  for (const photo of photos) pictures.push(await options.picture(photo.hash));
  const printed = `${words.printed[language]} ${localTime(now)} ${options.reader[language]}`;
  return drawn(
    {
      title: `${options.procedure[language]} ${detail.no}`,
      language,
      at: now,
      noPicture: words.noPicture[language],
      foot: (page, pages) => [`${detail.no}　${printed}`, pageOf(page, pages)[language]],
    },
    (paper) => {
      const part = makeParts(paper, options);
      part.head();
      part.fields(words.reported, "subject");
      part.place();
      part.fields(words.found, "facts");
      part.clocks();
      part.requests();
      part.links();
      part.photos(pictures);
      part.files();
      part.timeline();
    },
  );
}

const isPhoto = (file: CaseDetail["evidence"][number]): boolean => file.file.mediaType.startsWith("image/");
const photosOf = (detail: CaseDetail) => detail.evidence.filter(isPhoto);

function makeParts(paper: Paper, { detail, city, procedure, stateTitle, language, localTime }: CasePaperOptions) {
  const time = (iso: string) => localTime(Date.parse(iso));
  const colon = { zh: "：", en: ": " }[language];
  const say = (one: Words) => one[language];

  function heading(title: Words): void {
    paper.keep(60);
    paper.skip(12);
    paper.text(say(title), { size: 12, weight: "bold" });
    paper.skip(3);
    paper.rule();
    paper.skip(5);
  }

  /** Short values stand two in a row. */
  function pairs(all: readonly (readonly [Words, string])[]): void {
    const short = ([, value]: readonly [Words, string]) => !value.includes("\n") && paper.linesAt(value, 0.34) === 1;
    for (let at = 0; at < all.length; at += 1) {
      const [one, other] = [all[at], all[at + 1]];
      if (!one) break;
      const both = other && short(one) && short(other);
      const cells = (both ? [one, other] : [one]).flatMap(([title, value]) => [
        { text: say(title), share: 0.16, style: { soft: true } },
        { text: value, share: both ? 0.34 : 0.84 },
      ]);
      paper.row(cells);
      paper.skip(2);
      if (both) at += 1;
    }
  }

  return {
    head() {
      paper.text(say(city), { soft: true });
      paper.text(say(procedure), { size: 18, weight: "bold" });
      paper.skip(4);
      paper.row([
        { text: `${say(words.no)}${colon}${detail.no}`, share: 0.42, style: { weight: "bold" } },
        { text: `${say(words.state)}${colon}${say(stateTitle(detail.state))}`, share: 0.28, style: { weight: "bold" } },
        { text: `${say(words.opened)}${colon}${time(detail.openedAt)}`, share: 0.3 },
      ]);
    },
    fields(title: Words, group: "subject" | "facts") {
      const shown = detail.fields.filter((field) => field.group === group && field.name !== "place");
      if (shown.length === 0) return;
      heading(title);
      pairs(shown.map((field) => [field.title, say(field.value)]));
    },
    place() {
      const { place, area, cell } = detail;
      if (!place) return;
      heading(words.place);
      pairs([
        [words.place, place.text],
        ...(area ? [[words.area, say(area.name)] as const] : []),
        ...(cell === undefined ? [] : [[words.cell, cell] as const]),
        [
          words.point,
          `${place.lng.toFixed(6)}, ${place.lat.toFixed(6)}${{ zh: "（WGS 84）", en: " (WGS 84)" }[language]}`,
        ],
      ]);
    },
    clocks() {
      if (detail.clocks.length === 0) return;
      heading(words.clocks);
      const began = (clock: CaseClock) => clock.segments[0]?.from ?? "";
      for (const clock of detail.clocks.toSorted((one, other) => (began(one) < began(other) ? -1 : 1))) {
        const limit = say(limitWords(clock.limit));
        paper.keep(30);
        paper.row([
          { text: say(clock.title), share: 0.22, style: { weight: "bold" } },
          { text: clock.extensions > 0 ? `${limit}（${say(words.extended)}）` : limit, share: 0.28 },
          { text: say(clockWords(clock)), share: 0.16 },
          { text: clock.dueAt === undefined ? "" : `${say(words.due)} ${time(clock.dueAt)}`, share: 0.34 },
        ]);
        paper.text(`${say(words.basis)}${colon}${say(clock.basis)}`, { size: 8.5, soft: true });
        paper.skip(3);
      }
    },
    requests() {
      if (detail.openRequests.length === 0) return;
      heading(words.requests);
      for (const { title, at, by, details } of detail.openRequests) {
        const who = by ? ` · ${say(by.name)}` : "";
        paper.text(`${say(title)} · ${time(at)}${who}`, { weight: "bold" });
        for (const one of details) paper.text(`${say(one.title)}${colon}${say(one.value)}`);
        paper.skip(3);
      }
    },
    links() {
      if (detail.links.length === 0) return;
      heading(words.links);
      paper.text([...new Set(detail.links.map((link) => link.no))].join({ zh: "、", en: ", " }[language]));
    },
    photos(pictures: readonly (Buffer | undefined)[]) {
      const photos = photosOf(detail);
      if (photos.length === 0) return;
      paper.keep(190);
      heading(words.photos);
      paper.pictures(
        pictures.map((jpeg, at) => ({ jpeg, words: photos[at] ? caption(photos[at]) : "" })),
        3,
      );
      const more = photos.length - pictures.length;
      if (more > 0) paper.text(say(morePhotos(more)), { size: 9, soft: true });
    },
    files() {
      const files = detail.evidence.filter((file) => !isPhoto(file));
      if (files.length === 0) return;
      heading(words.files);
      for (const file of files) paper.text(`${caption(file)} · ${file.file.mediaType} · ${size(file.file.bytes)}`);
    },
    timeline() {
      heading(words.timeline);
      const earlier = detail.timeline.length - mostSteps;
      if (earlier > 0) paper.text(say(earlierSteps(earlier)), { size: 9, soft: true });
      // What was filled in and still stands is printed once.
      const keyOf = ({ title, value }: { readonly title: Words; readonly value: Words }) => `${title.zh} ${value.zh}`;
      const above = new Set(detail.fields.filter((field) => field.group === "subject").map(keyOf));
      for (const entry of detail.timeline.slice(-mostSteps)) {
        const { person, unit, onBehalfOf: whom, roleTitle } = entry.actor;
        const who = [roleTitle, person?.name, unit?.name, whom && onBehalfOf(whom.name)].flatMap((one) =>
          one ? [say(one)] : [],
        );
        const lines = [
          ...entry.details
            .filter((one) => !above.has(keyOf(one)))
            .map((one) => `${say(one.title)}${colon}${say(one.value)}`),
          ...(entry.from === entry.to ? [] : [`→ ${say(stateTitle(entry.to))}`]),
        ];
        // The step's head does not stand alone at the end of a page.
        paper.keep(16 + Math.min(lines.length, 3) * 15);
        paper.row([
          { text: time(entry.at), share: 0.2, style: { soft: true } },
          { text: say(entry.title), share: 0.25, style: { weight: "bold" } },
          { text: who.join(" · "), share: 0.55 },
        ]);
        if (lines.length > 0)
          paper.row([
            { text: "", share: 0.2 },
            { text: lines.join("\n"), share: 0.8, style: { size: 9.5 } },
          ]);
        paper.skip(3);
      }
    },
  };

  function caption(file: CaseDetail["evidence"][number]): string {
    return `${say(kinds[file.kind] ?? { zh: file.kind, en: file.kind })} · ${time(file.capturedAt ?? file.at)}`;
  }
}

function size(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
