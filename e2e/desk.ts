/// <reference lib="dom" />
import { basename } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { watch } from "./troubles.ts";

export interface DeskOptions {
  readonly language?: "zh" | "en";
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Long enough for a machine that does ten other things; nothing ever waits this long on an idle one. */
export const patience = 60_000;

/** Everybody's password in the demo city. */
const password = "xiuhua2022";

/** A browser window of one person: what they see, and the moves they make with mouse and keys. */
export async function openDesk(browser: Browser, { url, now }: { url: string; now: number }, options: DeskOptions) {
  const context = await browser.newContext({
    baseURL: url,
    locale: "zh-CN",
    // Not the city's zone: its times must not depend on where the browser thinks it is.
    timezoneId: "UTC",
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(patience);
  await context.clock.setSystemTime(now);
  const { language } = options;
  if (language !== undefined)
    await context.addInitScript((chosen) => {
      if (localStorage.getItem("xiuhua.language") === null) localStorage.setItem("xiuhua.language", chosen);
    }, language);
  const page = await context.newPage();
  const { troubles, expected } = await watch(page);

  const button = (name: string, within: Page | Locator = page) => within.getByRole("button", { name: words(name) });
  const desk = {
    page,
    /** Errors in the console, requests that failed, breaches of the content policy. */
    troubles,
    /** An answer that is a refusal, and is meant to be one. */
    expected,
    button,
    link: (name: string, within: Page | Locator = page) => within.getByRole("link", { name: words(name) }),
    dialog: (name: string) => page.getByRole("dialog", { name: words(name) }),
    /** Waits until these words stand on the page. */
    async sees(text: string | RegExp): Promise<void> {
      await page.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async seesHeading(name: string): Promise<void> {
      await page
        .getByRole("heading", { name: words(name) })
        .first()
        .waitFor();
    },
    async press(name: string): Promise<void> {
      await button(name).first().click();
    },
    async fill(label: string, text: string, within: Page | Locator = page): Promise<void> {
      await within.getByLabel(label, { exact: true }).fill(text);
    },
    /** Types into a box with a list below it, and takes the entry that bears these words. */
    async choose(label: string, typed: string, entry: string, within: Page | Locator = page): Promise<void> {
      const box = within.getByRole("combobox", { name: label });
      await box.click();
      if (typed !== "") await box.pressSequentially(typed);
      // Entries are drawn apart from the accessible list, which holds but a few of them.
      await page.locator(".ant-select-dropdown").getByText(entry).filter({ visible: true }).first().click();
    },
    /** Puts a file into the place that bears this name, through the browser's own file picker, and waits until it is up. */
    async attach(kind: string, file: string): Promise<void> {
      const place = page
        .locator("fieldset div")
        .filter({ hasText: new RegExp(String.raw`^\s*\*?${kind}`, "u") })
        .filter({ has: page.getByRole("button", { name: "选择、拖入或粘贴" }) })
        .last();
      const [picker] = await Promise.all([
        page.waitForEvent("filechooser"),
        place.getByRole("button", { name: "选择、拖入或粘贴" }).click(),
      ]);
      await picker.setFiles(file);
      await place.getByRole("img", { name: basename(file) }).waitFor();
    },
    /** Opens the form of an action. Its fields are ready once the cursor stands in one of them. */
    async open(action: string): Promise<Locator> {
      await desk.press(action);
      const form = desk.dialog(action);
      await form.locator(":focus").waitFor();
      return form;
    },
    /** Opens the form of an action, fills it in, sends it, and waits until the page says that it is done. */
    async act(action: string, fill: (form: Locator) => Promise<void> = async () => undefined): Promise<void> {
      const form = await desk.open(action);
      await fill(form);
      await button(action, form).click();
      await desk.sees(`“${action}”已办理`);
    },
    /** Goes through the log-in page, as anybody must. */
    async logIn(login: string, secret = password): Promise<void> {
      await page.goto("/login");
      await desk.enter(login, secret);
      await page.waitForURL((at) => at.pathname === "/queue");
      await page.getByRole("navigation").first().waitFor();
    },
    /** Leaves the desk to the next person, without the menu: what is tested of it is tested elsewhere. */
    async leave(): Promise<void> {
      // Away from the console first, which would ask on for what it may no longer know.
      await page.goto("/favicon.svg");
      await context.clearCookies();
    },
    /** Fills the log-in form and sends it. */
    async enter(login: string, secret = password): Promise<void> {
      const form = page.locator("form");
      await form.getByLabel(/^(账号|User name|Login|Account)/i).fill(login);
      await form.getByLabel(/^(密码|Password)/i).fill(secret);
      await form.locator("button[type=submit]").click();
    },
    /** The words of a region, as a person reads them. */
    text: (selector = "body"): Promise<string> => page.locator(selector).first().innerText(),
    close: () => context.close(),
  };
  return desk;
}

/**
 * Words as they stand on a button: between an icon's name before and after, and with the space that the component
 * library puts between two characters.
 */
export function words(text: string): RegExp {
  const escaped = text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  const spaced = text.replace(/^(\p{Script=Han})(\p{Script=Han})$/u, String.raw`$1\s?$2`);
  return new RegExp(`(^|\\s)${spaced === text ? escaped : spaced}(\\s|$)`, "u");
}
