// Writes the field app's icons out of public/favicon.svg: node scripts/icons.mjs
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { root } from "./build.mjs";

const folder = join(root, "packages/web/public/field");
const mark = await readFile(join(root, "packages/web/public/favicon.svg"), "utf8");
const inside = mark.replace(/^[^]*?<svg[^>]*>|<\/svg>[^]*$/g, "");
const needle = inside.replace(/<rect[^>]*\/>/, "");

const svg = (body, view = "0 0 32 32") => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">${body}</svg>`;
const draw = (source, size) =>
  sharp(Buffer.from(source), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true, quality: 90 })
    .toBuffer();

// A maskable icon is cut to any shape: its ground fills the square, its picture keeps to the inner four fifths.
const maskable = svg(
  `<rect width="32" height="32" fill="#1d3b5c"/><g transform="translate(4 4) scale(0.75)">${needle}</g>`,
);
// The badge in the status bar is a silhouette: white on nothing.
const badge = svg(needle.replaceAll(/#[0-9a-f]{6}/gi, "#ffffff"));

const icons = {
  "icon-192.png": await draw(mark, 192),
  "icon-512.png": await draw(mark, 512),
  "icon-maskable.png": await draw(maskable, 512),
  "badge-96.png": await draw(badge, 96),
};
for (const [name, picture] of Object.entries(icons)) {
  await writeFile(join(folder, name), picture);
  console.log(`packages/web/public/field/${name} ${picture.length} bytes`);
}
