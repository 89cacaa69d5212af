import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input } from "../../../shared/case/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { Fields } from "../../form/index.ts";
import { SavedSheet } from "../../outbox/index.ts";
import type { Entry } from "../../queue/index.ts";
import { Button, Icon, Sheet } from "../../ui/index.ts";
import type { Quick } from "./quick.ts";
import { useKeep } from "./use-keep.ts";
import type { Where } from "./use-where.ts";

interface QuickSheetProps {
  readonly quick: Quick;
  /** What was tapped first. */
  readonly first: string;
  readonly where: Where;
  readonly onClose: () => void;
}

/** The second tap keeps it. Before it, the place is seen and something may be written; nothing of that must be. */
export function QuickSheet({ quick, first, where, onClose }: QuickSheetProps) {
  const { t } = useTranslation("patrol");
  const say = useSay();
  const { wordsOf, keep } = useKeep(quick, where);
  const [written, setWritten] = useState<Input>({});
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Entry>();
  const [one, other] = quick.choices;
  const save = async (second?: string) => {
    // A second touch must not do it twice.
    setSaving(true);
    setSaved(await keep([first, second], written));
  };
  if (saved)
    return (
      <SavedSheet
        entry={saved}
        onClose={onClose}
        foot={
          <Button kind="main" wide onClick={onClose}>
            {t("quick.done")}
          </Button>
        }
      />
    );
  const unnamed = t(where.position ? "quick.here" : where.searching ? "quick.searching" : "quick.noPlace");
  return (
    <Sheet title={`${say(quick.form.title)} · ${wordsOf(one, first)}`} onClose={onClose}>
      <p className="row faint">
        <Icon name="pin" size={20} />
        <span>{where.words ?? unnamed}</span>
      </p>
      <Fields
        fields={quick.more}
        values={written}
        faults={[]}
        around={{ action: quick.form.action }}
        onChange={setWritten}
      />
      {other ? (
        <fieldset className="field quick-last">
          <legend className="field-label">
            {other.words && say(other.words)} <span className="faint small">{t("quick.tap")}</span>
          </legend>
          <div className="chips">
            {other.choices.map(({ value, words }) => (
              <button key={value} type="button" className="chip" disabled={saving} onClick={() => void save(value)}>
                {say(words)}
              </button>
            ))}
          </div>
        </fieldset>
      ) : (
        <Button kind="main" wide disabled={saving} onClick={() => void save()}>
          {say(quick.form.title)}
        </Button>
      )}
    </Sheet>
  );
}
