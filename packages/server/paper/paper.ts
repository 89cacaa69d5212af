import { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import { fontFiles, type Weight } from "./fonts.ts";
import { glyphsOf, type Glyphs } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import { printable } from "./printable.ts";

/** Points: A4 upright, 210 × 297 mm. */
const page = { width: 595.28, height: 841.89, margin: 48, footer: 40 } as const;
/** Lines of text for one of its size; Chinese wants air. */
const leading = 1.5;
const ink = { text: "#1c2632", soft: "#5b6672", line: "#cfd6df" } as const;

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly soft?: boolean;
}

/** A sheet that is written from top to bottom and goes on over the page. Whatever text comes, it fits. */
export interface Paper {
  readonly width: number;
  /** Leaves a gap. */
  skip(points: number): void;
  rule(): void;
  /** A text over the whole width. */
  text(text: string, style?: TextStyle): void;
  /** Texts side by side, each in its share of the width; the longest decides the height, and a page's end cuts none of them short. */
  row(cells: readonly { readonly text: string; readonly share: number; readonly style?: TextStyle }[]): void;
  /** Pictures side by side, each with words below it; one that cannot be drawn says so. */
  pictures(pictures: readonly Picture[], perRow: number): void;
  /** Room for so many points, on the next page if need be. */
  keep(points: number): void;
  /** How many lines a text takes at a share of the width. */
  linesAt(text: string, share: number, style?: TextStyle): number;
}

export interface Picture {
  readonly jpeg: Buffer | undefined;
  readonly words: string;
}

export interface PaperOptions {
  readonly title: string;
  readonly language: "zh" | "en";
  /** Milliseconds since 1970. */
  readonly at: number;
  /** At the foot of every page. */
  readonly foot: (page: number, pages: number) => readonly [string, string];
  readonly noPicture: string;
}

let measures: Promise<Readonly<Record<Weight, Glyphs>>> | undefined;

async function measured(): Promise<Readonly<Record<Weight, Glyphs>>> {
  const { regular, bold } = await fontFiles();
  return { regular: glyphsOf(regular), bold: glyphsOf(bold) };
}

/** Draws a document and gives it as PDF, with just those characters of the font that it uses. */
export async function drawn(options: PaperOptions, draw: (paper: Paper) => void): Promise<Readable> {
  measures ??= measured();
  const [files, glyphs] = [await fontFiles(), await measures];
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: options.language === "zh" ? "zh-CN" : "en",
    displayTitle: true,
    info: { Title: options.title, Creator: "Xiuhua", CreationDate: new Date(options.at) },
  });
  document.registerFont("regular", files.regular);
  document.registerFont("bold", files.bold);
  draw(paperOn(document, glyphs, options.noPicture));
  number(document, glyphs, options.foot);
  document.end();
  return Readable.from(document);
}

type Document = InstanceType<typeof PDFDocument>;

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: Weight;
  readonly soft: boolean;
}

function paperOn(document: Document, glyphs: Readonly<Record<Weight, Glyphs>>, noPicture: string): Paper {
  const width = page.width - 2 * page.margin;
  const bottom = page.height - page.margin - page.footer;
  let y: number = page.margin;

  const block = (
    text: string,
    room: number,
    { size = 10, weight = "regular", soft = false }: TextStyle = {},
  ): Block => {
    const font = glyphs[weight];
    const lines = linesOf(printable(text, font.has), room, (character) => font.width(character) * size);
    return { lines, size, weight, soft };
  };
  const height = ({ lines, size }: Block): number => lines.length * size * leading;

  function keep(points: number): void {
    if (y + points <= bottom || y === page.margin) return;
    document.addPage();
    y = page.margin;
  }

  function write(one: Block, x: number, top: number, from: number, to: number): void {
    for (const [at, line] of one.lines.slice(from, to).entries())
      writeLine(document, line, x, top + at * one.size * leading, one);
  }

  function blocks(all: readonly { readonly block: Block; readonly x: number }[]): void {
    const tallest = Math.max(...all.map((one) => height(one.block)), 0);
    // What fits on a page of its own is not torn.
    if (tallest < (bottom - page.margin) / 2) keep(tallest);
    let written = 0;
    const size = Math.max(...all.map((one) => one.block.size), 1);
    const most = Math.max(...all.map((one) => one.block.lines.length), 0);
    while (written < most) {
      if (y + size * leading > bottom) keep(Number.POSITIVE_INFINITY);
      const fits = Math.max(1, Math.floor((bottom - y) / (size * leading)));
      const to = Math.min(most, written + fits);
      for (const one of all) write(one.block, one.x, y, written, to);
      y +=
        Math.max(...all.map(({ block: one }) => Math.max(0, Math.min(to, one.lines.length) - written) * one.size)) *
        leading;
      written = to;
    }
  }

  return {
    width,
    keep,
    skip: (points) => void (y += points),
    rule() {
      keep(2);
      document
        .moveTo(page.margin, y)
        .lineTo(page.margin + width, y)
        .lineWidth(0.5)
        .strokeColor(ink.line)
        .stroke();
    },
    text: (text, style) => blocks([{ block: block(text, width, style), x: page.margin }]),
    linesAt: (text, share, style) => block(text, width * share, style).lines.length,
    row(cells) {
      const gap = 8;
      let x: number = page.margin;
      blocks(
        cells.map(({ text, share, style }) => {
          const room = width * share;
          const placed = { block: block(text, room - gap, style), x };
          x += room;
          return placed;
        }),
      );
    },
    pictures(pictures, perRow) {
      const gap = 10;
      const side = (width - gap * (perRow - 1)) / perRow;
      const tall = side * 0.75;
      for (let first = 0; first < pictures.length; first += perRow) {
        const line = pictures.slice(first, first + perRow);
        const words = line.map((picture) => block(picture.words, side, { size: 8, soft: true }));
        const below = Math.max(...words.map(height));
        keep(tall + below + 8);
        for (const [at, { jpeg }] of line.entries()) {
          const x = page.margin + at * (side + gap);
          if (!placeJpeg(document, jpeg, x, y, side, tall)) {
            document.rect(x, y, side, tall).lineWidth(0.5).strokeColor(ink.line).stroke();
            write(block(noPicture, side - 16, { size: 9, soft: true }), x + 8, y + tall / 2 - 8, 0, 1);
          }
          const caption = words[at];
          if (caption) write(caption, x, y + tall + 3, 0, caption.lines.length);
        }
        y += tall + below + 10;
      }
    },
  };
}

/** @returns whether it could be drawn: a picture that broke on the disk must not cost the page */
function placeJpeg(document: Document, jpeg: Buffer | undefined, x: number, y: number, width: number, height: number) {
  if (jpeg === undefined) return false;
  try {
    document.image(jpeg, x, y, { fit: [width, height], align: "center", valign: "center" });
    return true;
  } catch {
    return false;
  }
}

function writeLine(
  document: Document,
  line: string,
  x: number,
  y: number,
  { size, weight, soft }: Omit<Block, "lines">,
) {
  if (line === "") return;
  document
    .font(weight, size)
    .fillColor(soft ? ink.soft : ink.text)
    .text(line, x, y, { lineBreak: false, features: [] });
}

function number(document: Document, glyphs: Readonly<Record<Weight, Glyphs>>, foot: PaperOptions["foot"]): void {
  const { start, count } = document.bufferedPageRange();
  const style = { size: 8, weight: "regular", soft: true } as const;
  const y = page.height - page.margin - page.footer / 3;
  for (let at = 0; at < count; at += 1) {
    document.switchToPage(start + at);
    const [left, right] = foot(at + 1, count).map((text) => printable(text, glyphs.regular.has));
    document
      .moveTo(page.margin, y - 6)
      .lineTo(page.width - page.margin, y - 6)
      .lineWidth(0.5)
      .strokeColor(ink.line)
      .stroke();
    writeLine(document, left ?? "", page.margin, y, style);
    const width = glyphs.regular.width(right ?? "") * style.size;
    writeLine(document, right ?? "", page.width - page.margin - width, y, style);
  }
}
