import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../shared/theme/index.ts";
import "../shared/phone/ui/ui.css";
import "../shared/phone/ui/parts.css";
import "./portal.css";
import { startWords } from "../shared/words/index.ts";
import { Portal } from "./portal.tsx";
import { portalWords } from "./words.ts";

await startWords(portalWords);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
