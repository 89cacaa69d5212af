import type { PublicCase } from "@xiuhua/server/api";
import { useSay } from "../shared/words/index.ts";

/** Fields as the server put them into words. */
export function FieldList({ fields }: { fields: PublicCase["fields"] }) {
  const say = useSay();
  return (
    <dl className="portal-fields">
      {fields.map(({ name, title, value }) => (
        <div key={name}>
          <dt>{say(title)}</dt>
          <dd>{say(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
