import type { Page } from "playwright-core";

interface Expected {
  readonly status: number;
  readonly path: RegExp;
}

/** Whoever is not logged in yet is told so: the log-in page asks first. */
const always: readonly Expected[] = [{ status: 401, path: /^\/api\/me$/ }];

/**
 * Collects what should not happen on a page. The browser logs every refused request to the console by itself; those
 * lines are left to the answers, of which a test can say that it means them.
 */
export async function watch(page: Page) {
  const troubles: string[] = [];
  const expectations: Expected[] = [...always];
  const path = (url: string) => new URL(url).pathname;
  page.on("console", (message) => {
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    // A breach of the content policy arrives here too: the browser reports it as an error.
    troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`page: ${error.stack ?? error.message}`));
  page.on("response", (answer) => {
    const [status, at] = [answer.status(), path(answer.url())];
    if (status < 400 || expectations.some((one) => one.status === status && one.path.test(at))) return;
    troubles.push(`answer: ${status} ${answer.request().method()} ${at}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Left behind on purpose: the page was left, a newer question replaced this one, a file was saved.
    if (why === "net::ERR_ABORTED") return;
    troubles.push(`request: ${why} ${request.method()} ${path(request.url())}`);
  });
  return {
    troubles,
    expected: (status: number, at: RegExp): void => void expectations.push({ status, path: at }),
  };
}
