import { expect, test } from "vitest";
import { makeLiveHub } from "./hub.ts";

test("tells of cases everybody who listens, of news and movements those alone who are named", () => {
  const hub = makeLiveHub();
  const heard: string[] = [];
  const listen = (person: string) =>
    hub.listen(person, {
      cases: (messages) => heard.push(...messages.map(({ no }) => `${person} ${no}`)),
      news: () => heard.push(`${person} news`),
      street: () => heard.push(`${person} street`),
    });
  const stop = listen("shift1");
  listen("officer1");
  hub.publish([{ no: "1", seq: 1, state: "reported" }]);
  hub.tell(["shift1"]);
  hub.stir(["shift1", "leader1"]);
  expect(heard).toEqual(["shift1 1", "officer1 1", "shift1 news", "shift1 street"]);
  stop();
  hub.stir(["shift1"]);
  expect(heard).toHaveLength(4);
});
