import { afterAll, expect, test } from "vitest";
import { getDocumentProxy, extractText } from "unpdf";
import { buffer } from "node:stream/consumers";
import { rm } from "node:fs/promises";
import type { Problem } from "../api/index.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";
import { openFromTemplate } from "../testing/embedded-template.ts";
import type { Database } from "../store/index.ts";
import { drawn, type Paper } from "./paper.ts";

const patience = 120_000;
const china = (text: string) => Date.parse(`${text}+08:00`);

/** The text of each page, without the blanks that layout makes. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s/gu, ""));
}

const sheet = async (draw: (paper: Paper) => void) =>
  buffer(
    await drawn(
      {
        title: "试",
        language: "zh",
        at: 0,
        noPicture: "图片无法显示",
        foot: (page, pages) => ["左", `${page}/${pages}`],
      },
      draw,
    ),
  );

let db: Database | undefined;
let city: DemoApp | undefined;
afterAll(async () => {
  await city?.app.close();
  await db?.close();
  if (city) await rm(city.folder, { recursive: true, force: true });
}, patience);

test(
  "a case on paper: what its reader may read, in Chinese that a reader of PDF finds again",
  async () => {
    db = await openFromTemplate();
    city = await demoApp(db, china("2022-08-15T09:00:00"));
    const collector = await city.as("collector1");
    const evidence: unknown[] = [];
    for (const [shade, kind] of ["near", "far", "reference"].entries()) {
      const { body } = await collector.upload(await photoOf(60 * shade));
      evidence.push({ kind, hash: body.hash });
    }
    const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
    const description = `商铺违规张贴广告，店主𠮷堃😀\u202E${"w".repeat(300)}`;
    const input = { place, description, type: "07001" };
    const opened = await collector.post("/api/cases", { procedure: "city-case", action: "report", input, evidence });
    const no: string = opened.body.no;
    for (const [login, action, given] of [
      ["intake1", "accept", { type: "07001", note: "材料齐全" }],
      ["shift1", "file", { type: "07001", criterion: "07001-1" }],
      ["dispatcher1", "dispatch", { department: "jiefang-brigade" }],
    ] as const)
      expect((await (await city.as(login)).post(`/api/cases/${no}/actions/${action}`, { input: given })).status).toBe(
        200,
      );
    city.setNow(china("2022-08-15T15:20:00"));

    const app = city.app;
    const paper = async (login: string, query = "") => {
      const entered = await app.inject({
        method: "POST",
        url: "/api/session",
        payload: { login, password: "xiuhua2022" },
      });
      const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      return app.inject({ url: `/api/cases/${no}/page.pdf${query}`, headers: { cookie } });
    };
    const answer = await paper("shift1");
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${no}.pdf"`,
      "cache-control": "no-store",
    });
    expect(answer.rawPayload.length).toBeLessThan(400_000);
    const pages = await pagesOf(answer.rawPayload);
    const whole = pages.join("");
    for (const words of [
      "焦作市",
      "城市管理案件",
      `案件编号：${no}`,
      "当前环节：待处置",
      "商铺违规张贴广告，店主〔U+20BB7〕堃□",
      "和平街与文化巷交叉口东30米路南",
      "依据：立案条件规定的处置时限",
      "苏晓禾",
      "受理员·林知夏",
      "备注：材料齐全",
      "→待派遣",
      "打印2022-08-15 15:20郑守恒".replaceAll(" ", ""),
    ])
      expect(whole).toContain(words);
    expect(pages.at(-1)).toContain(`第${pages.length}页，共${pages.length}页`);
    const document = await getDocumentProxy(new Uint8Array(answer.rawPayload));
    expect((await document.getMetadata()).info).toMatchObject({ Title: `城市管理案件 ${no}` });

    // A department is not told who reported, on paper no more than on the screen.
    const bureau = (await pagesOf((await paper("officer1")).rawPayload)).join("");
    expect(bureau).toContain("信息采集员");
    expect(bureau).not.toContain("苏晓禾");
    const english = (await pagesOf((await paper("shift1", "?language=en")).rawPayload)).join("");
    expect(english).toContain("Basis:Limitofthefilingcriterion");

    expect((await paper("collector2")).statusCode).toBe(404);
    const nobody = await app.inject({ url: `/api/cases/${no}/page.pdf` });
    expect([nobody.statusCode, nobody.json<Problem>().type]).toEqual([401, "urn:xiuhua:problem:not-logged-in"]);
  },
  patience,
);

test("long texts go on over the page, and a row is as high as its longest cell", async () => {
  const pages = await pagesOf(
    await sheet((paper) => {
      paper.text("起");
      paper.row([
        { text: "一".repeat(3000), share: 0.5 },
        { text: "短", share: 0.5 },
      ]);
      paper.text("止");
    }),
  );
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.join("").match(/一/gu)).toHaveLength(3000);
  expect(pages.at(-1)).toContain("止");
  expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`);
});

test("a picture that is gone or broken says so, and the page stands", async () => {
  const broken = [undefined, Buffer.from("no picture"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0])];
  const pictures = [...broken, await photoOf(1)].map((jpeg, at) => ({ jpeg, words: `第${at}张` }));
  const [page = ""] = await pagesOf(await sheet((paper) => paper.pictures(pictures, 3)));
  expect(page.match(/图片无法显示/gu)).toHaveLength(3);
  expect(page).toContain("第3张");
});
