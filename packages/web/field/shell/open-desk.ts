import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "../../shared/api/index.ts";
import { keepQueries } from "../kept/index.ts";
import { openOutbox, type Outbox } from "../outbox/index.ts";
import { openPatrol, type Patrol } from "../patrol/index.ts";
import type { Phone } from "../session/index.ts";
import { startKeeper } from "../tasks/index.ts";
import { provision } from "./provision.ts";

export interface OpenDesk {
  readonly client: QueryClient;
  readonly outbox: Outbox;
  readonly patrol: Patrol;
  readonly close: () => void;
}

/** Opens a person's queue and what was kept for them, before their first screen is shown. */
export async function openDesk({ db, device, session }: Phone, person: string): Promise<OpenDesk> {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        // What was kept is of use however old it is; a request is tried even where the browser believes there is no network.
        gcTime: Infinity,
        networkMode: "always",
        retry: (times, error) => times < 1 && error instanceof ProblemError && error.status >= 500,
      },
    },
  });
  const stopKeeping = await keepQueries(db, client, person, Date.now);
  provision(db, client, person);
  const outbox = openOutbox(db, person, device, session.refresh);
  const patrol = openPatrol(db, client, person, session.refresh);
  const stopKeeper = startKeeper({ db, client, person, outbox });
  return {
    client,
    outbox,
    patrol,
    close() {
      stopKeeper();
      stopKeeping();
      outbox.close();
      patrol.close();
      client.clear();
    },
  };
}
