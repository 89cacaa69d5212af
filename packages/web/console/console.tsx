import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { ProblemError } from "../shared/api/index.ts";
import { Themed } from "./theme/index.ts";
import { routes } from "./routes.tsx";

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Live messages say when to ask again, so coming back to the window need not.
      staleTime: 20_000,
      refetchOnWindowFocus: false,
      retry: (times, error) =>
        times < 2 && !(error instanceof ProblemError && error.status >= 400 && error.status < 500),
    },
  },
});

export function Console() {
  return (
    <QueryClientProvider client={client}>
      <Themed>
        <RouterProvider router={routes} />
      </Themed>
    </QueryClientProvider>
  );
}
