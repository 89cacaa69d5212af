import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console/console.tsx";
import { consoleWords } from "./console/words.ts";
import { startWords } from "./shared/words/index.ts";

await startWords(consoleWords);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
