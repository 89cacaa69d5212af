import { diagram, describe, type Procedure, type Words } from "@xiuhua/core/procedure";

/** A procedure as a page to read: its diagram in both languages, its states, actions and clocks. */
export function document(procedure: Procedure): string {
  const { states, actions, clocks, requests, roles } = describe(procedure);
  const role = (name: string | undefined): string =>
    name === "system" ? "系统 the system" : both(name === undefined ? undefined : roles[name]?.title);
  const state = (name: string): string => both(states[name]?.title);
  const listed = (names: readonly string[], title: (name: string) => string): string => names.map(title).join("<br>");

  return [
    `# ${both(procedure.title)}`,
    `Procedure \`${procedure.id}\`, version ${procedure.version}. This page is made from the procedure itself by \`node scripts/diagrams.mjs\`; a test holds the two together.`,
    "## 流程",
    mermaid(diagram(procedure, "zh")),
    "## The flow",
    mermaid(diagram(procedure, "en")),
    "## 状态 States",
    table(
      ["State", "状态", "等待 Waits for"],
      Object.entries(states).map(([name, one]) => [
        `\`${name}\``,
        both(one.title),
        one.final ? "终态 final" : one.waitsFor === undefined ? "到期自动恢复 time" : role(one.waitsFor),
      ]),
    ),
    "## 操作 Actions",
    table(
      ["Action", "操作", "由 By", "从 From", "到 To", "证据 Evidence"],
      Object.entries(actions).map(([name, one]) => [
        `\`${name}\``,
        both(one.title),
        listed(one.by, role),
        one.opens ? "新案 a new case" : listed(one.from, state),
        one.to.length === 0 ? "不变 the same" : listed(one.to, state),
        Object.entries(one.evidence)
          .map(([kind, count]) => `${kind} × ${count}`)
          .join("<br>"),
      ]),
    ),
    "## 申请 Requests",
    table(
      ["Request", "申请", "由谁答复 Answered by"],
      Object.entries(requests).map(([name, one]) => [`\`${name}\``, both(one.title), role(one.waitsFor)]),
    ),
    "## 时限 Clocks",
    table(
      ["Clock", "时限", "依据 Basis", "计时 Runs in", "暂停 Stands still in"],
      Object.entries(clocks).map(([name, one]) => [
        `\`${name}\``,
        both(one.title),
        `${one.basis.zh}<br>${one.basis.en}`,
        listed(one.runsIn, state),
        listed(one.pausesIn, state),
      ]),
    ),
    "## 设置 Settings",
    table(
      ["Setting", "默认 Default", "含义 Meaning"],
      Object.entries(procedure.settings.properties).map(([name, schema]) => [
        `\`${name}\``,
        "default" in schema ? String(schema.default) : "",
        "description" in schema ? String(schema.description) : "",
      ]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function both(words: Words | undefined): string {
  return words === undefined ? "" : `${words.zh} ${words.en}`;
}

function mermaid(source: string): string {
  return `\`\`\`mermaid\n${source}\`\`\``;
}

/** Rows of a Markdown table; a bar in a word would end its cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
