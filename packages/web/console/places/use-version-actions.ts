import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { send } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";

/** Puts the version at an address into force, or throws a draft away, and says how it went. */
export function useVersionActions(forget: (client: QueryClient) => Promise<void>) {
  const { t } = useTranslation("places");
  const { message } = App.useApp();
  const client = useQueryClient();
  const problem = useProblemText();
  const handlers = (said: string) => ({
    onSuccess: async () => {
      await forget(client);
      void message.success(said);
    },
    onError: (error: Error) => message.error(problem(error), 8),
  });
  const put = useMutation({
    mutationFn: (address: string) => send("POST", `${address}/in-force`),
    ...handlers(t("version.put")),
  });
  const discard = useMutation({
    mutationFn: (address: string) => send("DELETE", address),
    ...handlers(t("version.discarded")),
  });
  return { put, discard };
}
