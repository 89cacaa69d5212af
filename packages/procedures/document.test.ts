import { expect, test } from "vitest";
import { document } from "./document.ts";
import { procedures } from "./index.ts";

test.each([...procedures.values()])("the page about $id is what the procedure says", async (procedure) => {
  const page = document(procedure);
  expect(page).toContain(`# ${procedure.title.zh}`);
  // After a change to the procedure: node scripts/diagrams.mjs
  await expect(page).toMatchFileSnapshot(`../../docs/procedures/${procedure.id}.md`);
});
