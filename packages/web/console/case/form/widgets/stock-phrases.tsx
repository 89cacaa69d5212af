import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { phrasesQuery, send } from "../../../../shared/api/index.ts";
import { useProblemText } from "../../../../shared/ui/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { useFormAround } from "../form-context.ts";

const shown = 4;

/** 惯用语: the phrases of this action; a click writes one, and what is written can be kept as one. */
export function StockPhrases({ text, onInsert }: { text: string; onInsert: (phrase: string) => void }) {
  const { t } = useTranslation("case");
  const say = useSay();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { action } = useFormAround();
  const { data: phrases = [] } = useQuery(phrasesQuery(action));
  const keep = useMutation({
    mutationFn: () => send("POST", "/phrases", { action, text: text.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["phrases", action] });
      void message.success(t("form.phrases.saved"));
    },
    onError: (error) => void message.error(problemText(error)),
  });
  const written = text.trim();
  const fresh = written.length >= 4 && written.length <= 200 && !phrases.some((one) => say(one.text) === written);
  if (phrases.length === 0 && !fresh) return null;
  return (
    <div className="case-phrases">
      {phrases.length > 0 && <span className="case-faint">{t("form.phrases.title")}</span>}
      {phrases.slice(0, shown).map((one) => (
        <button
          key={one.id}
          type="button"
          className="case-chip"
          title={say(one.text)}
          onClick={() => onInsert(say(one.text))}
        >
          {say(one.text)}
        </button>
      ))}
      {phrases.length > shown && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: phrases.slice(shown).map((one) => ({ key: one.id, label: say(one.text) })),
            onClick: ({ key }) => {
              const phrase = phrases.find((one) => one.id === key);
              if (phrase) onInsert(say(phrase.text));
            },
          }}
        >
          <button type="button" className="case-chip">
            {t("form.phrases.more")}
          </button>
        </Dropdown>
      )}
      {fresh && (
        <Button type="link" className="case-phrases-keep" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t("form.phrases.save")}
        </Button>
      )}
    </div>
  );
}
