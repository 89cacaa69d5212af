import type { DemoAccount } from "@xiuhua/server/api";

/** Public on purpose: the demo city's log-in pages show it. */
export const demoPassword = "xiuhua2022";

const roles: ReadonlySet<string> = new Set(["collector", "handler"]);

/** Whether an account is one of those that work outside. */
export const inTheField = (account: DemoAccount): boolean => account.roles.some((role) => roles.has(role));
