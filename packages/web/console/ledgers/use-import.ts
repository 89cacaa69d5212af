import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { LedgerChoices, LedgerLine } from "@xiuhua/server/api";
import { forgetCases, sendForm } from "../../shared/api/index.ts";
import { linesOf } from "./lines.ts";
import { formOf } from "./queries.ts";

type Line<Kind> = Extract<LedgerLine, { kind: Kind }>;

export type ImportState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number }
  | Line<"done">
  /** It broke off, or was stopped; with what the server said, if it said anything. */
  | { readonly kind: "stopped"; readonly error?: unknown };

/** An import under way: how far it is, how to stop it. Leaving the page stops it too, and the same file again goes on. */
export function useImport() {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>({ kind: "idle" });
  const stop = useRef<AbortController>(undefined);

  async function start(file: File, choices: LedgerChoices): Promise<void> {
    stop.current = new AbortController();
    setState({ kind: "running", done: 0 });
    try {
      setState(await follow(file, choices, stop.current.signal, (done) => setState({ kind: "running", done })));
    } catch (error) {
      setState({ kind: "stopped", ...(stop.current.signal.aborted ? {} : { error }) });
    }
    await forgetCases(client);
  }

  return { state, start, stop: () => stop.current?.abort(), reset: () => setState({ kind: "idle" }) };
}

async function follow(
  file: File,
  choices: LedgerChoices,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<ImportState> {
  const { body } = await sendForm("/ledgers/import", formOf(file, choices), signal);
  if (body)
    for await (const text of linesOf(body)) {
      const line = lineOf(text);
      if (line?.kind === "progress") onProgress(line.done);
      else if (line?.kind === "done") return line;
    }
  return { kind: "stopped" };
}

/** A line that a proxy cut or put in is none of ours. */
function lineOf(text: string): LedgerLine | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
