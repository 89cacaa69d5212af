import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useDeferredValue, useState } from "react";
import { peopleQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useGrantText } from "./grant-text.ts";

/** Finds a person by name; the server searches, so a long list costs nothing. */
export function PersonSelect(props: SelectProps<string>) {
  const say = useSay();
  const grantText = useGrantText();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const people = useQuery(peopleQuery(wanted === "" ? {} : { text: wanted }));
  return (
    <Select<string>
      {...props}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={people.isFetching}
      options={(people.data ?? [])
        .filter((person) => person.active)
        .slice(0, 50)
        .map((person) => {
          const grant = person.grants[0];
          return { value: person.id, label: say(person.name), post: grant ? grantText(grant) : "" };
        })}
      optionRender={({ data }) => (
        <span className="person-option">
          {data.label} <small className="soft">{data.post}</small>
        </span>
      )}
    />
  );
}
