// Screenshots of the phone's app for the README out of a running demo city: node scripts/look-phone.mjs [http://localhost:3000]
// It sends a few cases to be checked and verified first, so that there is a day's work to be seen.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { findBrowser } from "./browser.mjs";
import { root } from "./build.mjs";

const base = process.argv[2] ?? "http://localhost:3000";
const images = join(root, "docs/images");
const collector = "collector1";
/** Where the person stands: 和平街. */
const here = { longitude: 113.247831, latitude: 35.240428, accuracy: 9 };

/** Asks the API as somebody. */
async function as(login) {
  const entered = await fetch(`${base}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password: "xiuhua2022" }),
  });
  if (!entered.ok) throw new Error(`${login} cannot log in: ${entered.status}`);
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { csrf } = await entered.json();
  const call = async (path, init) => {
    const answer = await fetch(base + path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  return {
    get: async (path) => (await call(path, { headers: { cookie } })).json(),
    bytes: async (path) => Buffer.from(await (await call(path, { headers: { cookie } })).arrayBuffer()),
    act: (no, action, input) =>
      call(`/api/cases/${no}/actions/${action}`, {
        method: "POST",
        headers: { cookie, "x-csrf-token": csrf, "content-type": "application/json" },
        body: JSON.stringify({ input }),
      }),
  };
}

/** The cases of a list near where the person stands, the nearest first. */
const nearest = (items, most) =>
  items
    .filter(({ place }) => place)
    .map((one) => ({ ...one, far: Math.hypot(one.place.lng - here.longitude, one.place.lat - here.latitude) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, most);

async function aDaysWork() {
  const intake = await as("intake1");
  const { items: handled } = await intake.get("/api/cases?queue=mine&state=handled&limit=100");
  for (const { no } of nearest(handled, 4))
    await intake.act(no, "sendCheck", { collector, note: "请照发现时的角度拍。" });
  const { items: reported } = await intake.get("/api/cases?queue=mine&state=reported&limit=100");
  for (const { no } of nearest(reported, 2)) await intake.act(no, "sendVerify", { collector, note: "请到现场核实。" });
}

/** A case of papers on a wall that waits to be checked, and how the wall looks now. */
async function aWall() {
  const mine = await as(collector);
  const { items } = await mine.get("/api/cases?queue=mine&limit=100");
  const wall = items.find(({ state, type }) => state === "checking" && type?.id === "07001");
  if (!wall) throw new Error("No wall waits to be checked; run this on a fresh demo city");
  const { evidence } = await mine.get(`/api/cases/${wall.no}`);
  const after = evidence.find(({ kind }) => kind === "after");
  return { no: wall.no, now: await mine.bytes(`/api/evidence/${after.hash}`) };
}

/** What the camera sees: the wall, from not quite the same spot. */
async function filmOf(picture, file) {
  const { width, height } = await sharp(picture).metadata();
  const box = { left: Math.round(width * 0.05), top: Math.round(height * 0.04) };
  const frame = await sharp(picture)
    .extract({ ...box, width: Math.round(width * 0.92), height: Math.round(height * 0.92) })
    .resize(1280, 960, { fit: "fill" })
    .jpeg({ quality: 90 })
    .toBuffer();
  writeFileSync(file, Buffer.concat([frame, frame, frame]));
}

const folder = mkdtempSync(join(tmpdir(), "xiuhua-look-"));
await aDaysWork();
const wall = await aWall();
const film = join(folder, "wall.mjpeg");
await filmOf(wall.now, film);
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ],
});
const context = await browser.newContext({
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
  geolocation: here,
  permissions: ["geolocation", "camera"],
});
await context.request.post(`${base}/api/session`, { data: { login: collector, password: "xiuhua2022" } });
const page = await context.newPage();
const keep = async (name) => {
  await page.waitForTimeout(800);
  const shot = await page.screenshot();
  await sharp(shot)
    .png({ palette: true, effort: 10 })
    .toFile(join(images, `${name}.png`));
};
await page.goto(`${base}/field/tasks`);
await page.locator("a.task img").nth(3).waitFor();
await page.waitForLoadState("networkidle");
await keep("field-tasks");
await page.getByText("路线", { exact: true }).click();
await keep("field-route");
await page.goto(`${base}/field/tasks/${wall.no}`);
await page.locator(".task-photos img").nth(1).waitFor();
await keep("field-task");
await page.getByRole("button", { name: "核查通过" }).click();
await page.getByRole("button", { name: "拍核查" }).click();
await page.locator("dialog.camera .ghost img").waitFor();
await keep("field-ghost");
await browser.close();
rmSync(folder, { recursive: true, force: true });
