import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import { meQuery, onLoggedOut, ProblemError } from "../../shared/api/index.ts";
import { setCityZone } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { changeLanguage, storedLanguage } from "../../shared/words/index.ts";
import { Splash } from "./splash.tsx";

/** Lets in whoever is logged in, and sends the others to the log-in page and back here after it. */
export function RequireMe({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  useReturnToLogIn();
  useEffect(() => {
    if (!me.data) return;
    setCityZone(me.data.city.zone);
    // What was chosen on this machine comes first; a new machine takes over the person's own language.
    if (storedLanguage() === undefined) void changeLanguage(me.data.language);
  }, [me.data]);
  if (me.data) return children;
  if (me.error && !(me.error instanceof ProblemError && me.error.status === 401))
    return (
      <Splash>
        <Failure error={me.error} onRetry={() => void me.refetch()} />
      </Splash>
    );
  return <Splash />;
}

function useReturnToLogIn(): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(
    () =>
      onLoggedOut(() => {
        client.clear();
        const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
        void navigate(`/login${next}`, { replace: true });
      }),
    [client, navigate, pathname, search],
  );
}
