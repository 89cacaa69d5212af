import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../shared/theme/index.ts";
import "../shared/phone/ui/ui.css";
import "../shared/phone/ui/parts.css";
import { startWords } from "../shared/words/index.ts";
import { Field } from "./field.tsx";
import { startUpdates } from "./update/index.ts";
import { fieldWords } from "./words.ts";

await startWords(fieldWords);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Field />
  </StrictMode>,
);
void startUpdates();
