/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Every text on the page that a person can see, hear or hover: element text, names, hints and placeholders. */
export function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const add = (text: string | null) => {
      const trimmed = text?.replaceAll(/\s+/gu, " ").trim();
      if (trimmed) found.add(trimmed);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest("style, script") && parent.checkVisibility()) add(node.textContent);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], img[alt]"))
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        // Icons of the library are named in English for their own sake; their buttons have names of ours.
        if (element.checkVisibility() && !element.classList.contains("anticon")) add(element.getAttribute(name));
    add(document.title);
    return [...found];
  });
}

/** A key of the dictionary where its words should stand, e.g. `header.copy`, or a placeholder left unfilled. */
export const rawKeys = (texts: readonly string[]): string[] =>
  texts.filter(
    (text) => /^[a-z][A-Za-z]*(\.[a-z][A-Za-z_]*)+$/u.test(text) || /\{\{|\[object |undefined|NaN/u.test(text),
  );

/** What sticks out: the page itself, or an element whose text is cut off without a sign that it goes on. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    const content = document.querySelector("main");
    if (content && content.scrollWidth > content.clientWidth) found.push(`the content is ${content.scrollWidth} wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || !element.checkVisibility() || element.closest(".sr-only, .maplibregl-map, .case-print")) continue;
      const style = getComputedStyle(element);
      const clips = style.overflowX !== "visible" && style.textOverflow !== "ellipsis";
      const name = `${element.tagName.toLowerCase()} “${element.innerText.slice(0, 40)}”`;
      if (clips && element.scrollWidth > element.clientWidth + 1) found.push(`${name} is cut off`);
      const { left, right, width, height } = element.getBoundingClientRect();
      const hidden = width <= 1 || height <= 1;
      if (!hidden && right > 0 && (right > innerWidth + 1 || left < -1)) found.push(`${name} leaves the screen`);
    }
    return found;
  });
}

/** How light the ground of the page is, from 0 (black) to 255. */
export function groundLight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ground = [...document.querySelectorAll(".shell, .login, body")].map(
      (one) => getComputedStyle(one).backgroundColor,
    );
    const solid = ground.find((one) => one !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)";
    const [red = 0, green = 0, blue = 0] = (solid.match(/\d+/gu) ?? []).map(Number);
    return (red + green + blue) / 3;
  });
}
