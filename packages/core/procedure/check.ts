import type { AnyAction, Procedure, Shape } from "./definition.ts";
import type { Words } from "./words.ts";

/** Every state an action can lead to. */
export function targets(action: AnyAction<Shape>, from: string): readonly string[] {
  if (action.to === "same") return [from];
  return typeof action.to === "string" ? [action.to] : action.to;
}

/** Every state an action starts from; none for an opening action. */
export function sources(action: AnyAction<Shape>): readonly string[] {
  if (action.opens) return [];
  return typeof action.from === "string" ? [action.from] : action.from;
}

/** What is wrong with a procedure, one sentence each; empty when it is sound. */
export function checkProcedure(procedure: Procedure): string[] {
  return [
    ...checkNames(procedure),
    ...checkWords(procedure),
    ...checkReach(procedure),
    ...checkClocks(procedure),
    ...checkRequests(procedure),
    ...checkGuests(procedure),
    ...checkErased(procedure),
  ];
}

function checkNames(procedure: Procedure): string[] {
  const problems: string[] = [];
  const states = new Set(Object.keys(procedure.states));
  const roles = new Set([...Object.keys(procedure.roles), "system"]);
  const facts = new Set(Object.keys(procedure.facts.properties));
  for (const [name, action] of Object.entries(procedure.actions)) {
    for (const state of [...sources(action), ...targets(action, "")])
      if (state !== "" && !states.has(state)) problems.push(`action ${name} names the unknown state ${state}`);
    if (action.by.length === 0) problems.push(`action ${name} has no role`);
    for (const role of action.by) if (!roles.has(role)) problems.push(`action ${name} names the unknown role ${role}`);
    if (Array.isArray(action.to) && !action.choose) problems.push(`action ${name} has several targets and no choose`);
    if (!action.opens && action.by.includes("system") && !action.at && !action.asked)
      problems.push(`action ${name} is done by time and has no at`);
    if (!action.opens && action.asked && !action.by.includes("system"))
      problems.push(`action ${name} is asked for by other cases and not open to system`);
  }
  for (const [name, action] of Object.entries(procedure.actions)) {
    if (action.opens) continue;
    if (action.asks !== undefined && !(action.asks in procedure.requests))
      problems.push(`action ${name} asks for the unknown request ${action.asks}`);
    for (const request of answered(action))
      if (!(request in procedure.requests)) problems.push(`action ${name} answers the unknown request ${request}`);
    const { invites, erases = [] } = action;
    if (invites && !procedure.roles[invites.role]?.guest)
      problems.push(`action ${name} invites ${invites.role}, who is no guest`);
    for (const field of erases)
      if (!facts.has(field) && !(field in procedure.subject.properties))
        problems.push(`action ${name} erases the unknown field ${field}`);
    for (const clock of [action.extends, ...(action.relimits ?? [])])
      if (clock !== undefined && !(clock in procedure.clocks))
        problems.push(`action ${name} names the unknown clock ${clock}`);
  }
  for (const [name, state] of Object.entries(procedure.states)) {
    if (state.waitsFor !== undefined && !roles.has(state.waitsFor))
      problems.push(`state ${name} waits for the unknown role ${state.waitsFor}`);
    for (const fact of [state.person, state.heldUntil])
      if (fact !== undefined && !facts.has(fact)) problems.push(`state ${name} names the unknown fact ${fact}`);
    if (state.final && state.waitsFor !== undefined)
      problems.push(`state ${name} is final and waits for ${state.waitsFor}`);
  }
  for (const [name, role] of Object.entries(procedure.roles))
    for (const fact of [role.bound?.unit, role.bound?.person])
      if (fact !== undefined && !facts.has(fact)) problems.push(`role ${name} is bound to the unknown fact ${fact}`);
  for (const fact of procedure.joint ? [procedure.joint.lead, procedure.joint.units] : [])
    if (!facts.has(fact)) problems.push(`joint names the unknown fact ${fact}`);
  for (const state of procedure.publishes ?? [])
    if (!states.has(state)) problems.push(`publishes names the unknown state ${state}`);
  for (const state of procedure.counts?.in ?? [])
    if (!procedure.states[state]?.final) problems.push(`counts names ${state}, which is no final state`);
  return problems;
}

function checkWords(procedure: Procedure): string[] {
  const problems: string[] = [];
  const need = (words: Words | undefined, what: string) => {
    for (const language of ["zh", "en"] as const)
      if (!words?.[language]?.trim())
        problems.push(`${what} has no ${language === "zh" ? "Chinese" : "English"} title`);
  };
  need(procedure.title, "the procedure");
  for (const [name, one] of Object.entries(procedure.roles)) need(one.title, `role ${name}`);
  for (const [name, one] of Object.entries(procedure.states)) need(one.title, `state ${name}`);
  for (const [name, one] of Object.entries(procedure.requests)) need(one.title, `request ${name}`);
  for (const [name, one] of Object.entries(procedure.clocks)) {
    need(one.title, `clock ${name}`);
    need(one.basis, `the basis of clock ${name}`);
  }
  for (const [name, one] of Object.entries(procedure.actions)) {
    need(one.title, `action ${name}`);
    for (const [field, schema] of Object.entries(one.input.properties))
      need(wordsOf(schema), `field ${field} of action ${name}`);
  }
  for (const [field, schema] of Object.entries(procedure.subject.properties)) need(wordsOf(schema), `field ${field}`);
  for (const [field, schema] of Object.entries(procedure.facts.properties)) need(wordsOf(schema), `fact ${field}`);
  return problems;
}

/** The words noted on a field's schema, if there are any. */
export function wordsOf(schema: unknown): Words | undefined {
  if (typeof schema !== "object" || schema === null || !("words" in schema)) return undefined;
  const words = schema.words;
  if (typeof words !== "object" || words === null || !("zh" in words) || !("en" in words)) return undefined;
  return typeof words.zh === "string" && typeof words.en === "string" ? { zh: words.zh, en: words.en } : undefined;
}

/** Arrows of the state graph, self-loops left out. */
function arrows(procedure: Procedure): { from: string | null; to: string }[] {
  return Object.values(procedure.actions).flatMap((action) =>
    (action.opens ? [null] : sources(action)).flatMap((from) =>
      targets(action, from ?? "").map((to) => ({ from, to })),
    ),
  );
}

function checkReach(procedure: Procedure): string[] {
  const problems: string[] = [];
  const all = arrows(procedure);
  const reached = closure(
    all.filter((one) => one.from === null).map((one) => one.to),
    all,
    "from",
    "to",
  );
  const finals = Object.keys(procedure.states).filter((name) => procedure.states[name]?.final);
  const ending = closure(finals, all, "to", "from");
  if (finals.length === 0) problems.push("no state is final");
  for (const [name, state] of Object.entries(procedure.states)) {
    if (!reached.has(name)) problems.push(`state ${name} cannot be reached`);
    if (!state.final && !ending.has(name)) problems.push(`state ${name} has no way out to a final state`);
    if (!state.final && state.waitsFor === undefined && !leavesByTime(procedure, name))
      problems.push(`state ${name} waits for nobody and no action of system leaves it`);
    if (state.waitsFor !== undefined && !roleCanLeave(procedure, name, state.waitsFor))
      problems.push(`state ${name} waits for ${state.waitsFor}, who has no action there that leads on`);
  }
  return problems;
}

function leavesByTime(procedure: Procedure, state: string): boolean {
  return Object.values(procedure.actions).some(
    (action) => sources(action).includes(state) && action.by.includes("system"),
  );
}

function roleCanLeave(procedure: Procedure, state: string, role: string): boolean {
  return Object.values(procedure.actions).some(
    (action) =>
      sources(action).includes(state) && action.by.includes(role) && targets(action, state).some((to) => to !== state),
  );
}

function closure(
  start: readonly string[],
  all: readonly { from: string | null; to: string }[],
  here: "from" | "to",
  there: "from" | "to",
): Set<string> {
  const found = new Set(start);
  const open = [...start];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const arrow of all) {
      const next = arrow[there];
      if (arrow[here] === state && next !== null && !found.has(next)) {
        found.add(next);
        open.push(next);
      }
    }
  return found;
}

function checkClocks(procedure: Procedure): string[] {
  const problems: string[] = [];
  const states = Object.keys(procedure.states);
  for (const [name, clock] of Object.entries(procedure.clocks)) {
    const held = new Set([...clock.runsIn, ...(clock.pausesIn ?? [])]);
    for (const state of held)
      if (!states.includes(state)) problems.push(`clock ${name} names the unknown state ${state}`);
    if (clock.runsIn.length === 0) problems.push(`clock ${name} never runs`);
    for (const state of held)
      if (procedure.states[state]?.final) problems.push(`clock ${name} does not stop in the final state ${state}`);
    if ((clock.limit === undefined) === (clock.until === undefined))
      problems.push(`clock ${name} needs either a limit or an until`);
    if (clock.again === "setting" && !procedure.clockAgain)
      problems.push(`clock ${name} leaves "again" to a setting and there is no clockAgain`);
  }
  return problems;
}

function checkRequests(procedure: Procedure): string[] {
  const problems: string[] = [];
  const all: AnyAction<Shape>[] = Object.values(procedure.actions);
  for (const [name, request] of Object.entries(procedure.requests)) {
    if (!all.some((action) => !action.opens && action.asks === name))
      problems.push(`request ${name} is asked by no action`);
    if (!all.some((action) => answered(action).includes(name) && action.by.includes(request.waitsFor)))
      problems.push(`request ${name} waits for ${request.waitsFor}, who cannot answer it`);
  }
  return problems;
}

/** A guest sees named fields only, is let in by somebody, and leaves a trace. */
function checkGuests(procedure: Procedure): string[] {
  const problems: string[] = [];
  const known = { ...procedure.subject.properties, ...procedure.facts.properties };
  for (const [name, { guest, side }] of Object.entries(procedure.roles)) {
    if (!guest) continue;
    if (side !== "outside") problems.push(`role ${name} is a guest and does not stand outside`);
    for (const field of guest.reads)
      if (!(field in known)) problems.push(`guest ${name} reads the unknown field ${field}`);
    const opens = procedure.actions[guest.opens];
    if (!opens || opens.opens || !opens.by.includes(name) || opens.to !== "same")
      problems.push(`guest ${name} needs an action of its own that stays (“${guest.opens}”) for opening the link`);
    const inviting = Object.values(procedure.actions).some((one) => !one.opens && one.invites?.role === name);
    if (!inviting) problems.push(`guest ${name} is invited by no action`);
  }
  return problems;
}

/** What is erased must not live on in a request that is still open. */
function checkErased(procedure: Procedure): string[] {
  const all: AnyAction<Shape>[] = Object.values(procedure.actions);
  const fields = new Set(all.flatMap((action) => (action.opens ? [] : (action.erases ?? []))));
  return Object.entries(procedure.actions).flatMap(([name, action]) =>
    action.opens || action.asks === undefined
      ? []
      : Object.keys(action.input.properties)
          .filter((field) => fields.has(field))
          .map((field) => `action ${name} asks with ${field}, which is erased`),
  );
}

/** The requests an action answers. */
export function answered(action: AnyAction<Shape>): readonly string[] {
  if (action.opens || action.answers === undefined) return [];
  return typeof action.answers === "string" ? [action.answers] : action.answers;
}
