import { join } from "node:path";
import sharp from "sharp";

/** Draws a wall with some papers on it, and writes what it is across; every caption makes a different file. */
export async function drawPhoto(folder: string, caption: string, papers: number): Promise<string> {
  const sheets = Array.from(
    { length: papers },
    (_, at) => `<rect x="${90 + at * 70}" y="${120 + (at % 2) * 40}" width="48" height="66" fill="#f4e7c2"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360">
    <rect width="480" height="360" fill="#b9b2a6"/><rect y="280" width="480" height="80" fill="#7d7a74"/>
    ${sheets.join("")}
    <text x="20" y="340" font-size="28" font-family="sans-serif" fill="#fff">${caption}</text></svg>`;
  const file = join(folder, `${caption}.jpg`);
  await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toFile(file);
  return file;
}
