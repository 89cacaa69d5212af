export { RequireMe } from "./require-me.tsx";
export { Splash } from "./splash.tsx";
export { isAdministrator, rolesOf, useMe } from "./use-me.ts";
