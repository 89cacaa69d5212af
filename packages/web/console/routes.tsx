import { createBrowserRouter, Navigate } from "react-router";
import { AbsentPage, BrokenPage, Shell } from "./shell/index.ts";
import { Splash } from "./session/index.ts";

/** Every page is its own chunk; the shell around them loads first. */
export const routes = createBrowserRouter([
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: Splash,
    children: [
      { path: "login", lazy: async () => ({ Component: (await import("./login/index.ts")).LogInPage }) },
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: BrokenPage,
            children: [
              { index: true, element: <Navigate to="/queue" replace /> },
              { path: "queue", lazy: async () => ({ Component: (await import("./cases/index.ts")).QueuePage }) },
              { path: "cases", lazy: async () => ({ Component: (await import("./cases/index.ts")).ListPage }) },
              { path: "map", lazy: async () => ({ Component: (await import("./map/index.ts")).MapPage }) },
              { path: "reported", lazy: async () => ({ Component: (await import("./cases/index.ts")).ReportedPage }) },
              { path: "register", lazy: async () => ({ Component: (await import("./case/index.ts")).OpenCasePage }) },
              { path: "cases/:no", lazy: async () => ({ Component: (await import("./case/index.ts")).CasePage }) },
              {
                path: "cases/:no/notice",
                lazy: async () => ({ Component: (await import("./case/index.ts")).NoticePage }),
              },
              {
                path: "enterprises",
                lazy: async () => ({ Component: (await import("./enterprises/index.ts")).EnterprisesPage }),
              },
              { path: "pledges", lazy: async () => ({ Component: (await import("./pledges/index.ts")).PledgesPage }) },
              {
                path: "responsibility/*",
                lazy: async () => ({ Component: (await import("./responsibility/index.ts")).ResponsibilityPage }),
              },
              {
                path: "components/*",
                lazy: async () => ({ Component: (await import("./components/index.ts")).ComponentsPage }),
              },
              { path: "ledgers", lazy: async () => ({ Component: (await import("./ledgers/page.ts")).LedgerPage }) },
              { path: "patrol", lazy: async () => ({ Component: (await import("./patrol/index.ts")).PatrolPage }) },
              { path: "people/*", lazy: async () => ({ Component: (await import("./people/page.ts")).PeoplePage }) },
              { path: "places/*", lazy: async () => ({ Component: (await import("./places/page.ts")).PlacesPage }) },
              { path: "*", Component: AbsentPage },
            ],
          },
        ],
      },
    ],
  },
]);
