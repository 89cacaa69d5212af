import { createBrowserRouter } from "react-router";
import { Shell } from "./shell/index.ts";

/** Every page is its own chunk; the shell around them loads first. */
export const routes = createBrowserRouter([
  {
    Component: Shell,
    children: [{ path: "cases/:no", lazy: async () => ({ Component: (await import("./case/index.ts")).CasePage }) }],
  },
]);
