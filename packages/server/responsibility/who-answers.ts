import type { ResponsibilityStage } from "../api/index.ts";
import type { Answer, Organisation, Question, Sources, Step, Thought } from "./question.ts";
import { inForce, scopeOf } from "./rule.ts";
import { foundWords, nothingWords, passedOverWords, type Sayable } from "./words.ts";

/**
 * Who answers for a matter. Rules of the component's owner come first; then rules for its very type, for its class, for
 * any; among those the smaller area before the larger; then the departments that the catalogue names for the type,
 * the nearest first; and where all that is silent, the district itself (属地).
 */
export function whoAnswers(sources: Sources, question: Question): Answer {
  const { organisation } = sources;
  const type = question.type === undefined ? undefined : sources.catalogue.type(question.type);
  const steps: Step[] = [];
  const candidates: string[] = [];
  const stages: readonly (readonly [ResponsibilityStage, readonly Thought[]])[] = [
    [
      "owner",
      question.owner === undefined ? [] : byRules(sources, question, "owner", [type?.code, type?.classCode, undefined]),
    ],
    ["type", type ? byRules(sources, question, "type", [type.code]) : []],
    ["class", type ? byRules(sources, question, "class", [type.classCode]) : []],
    ["any", byRules(sources, question, "any", [undefined])],
    ["department", (type?.departments ?? []).flatMap((key) => byDepartment(organisation, key, question.area))],
    ["territory", byTerritory(organisation, question.area)],
  ];
  const about: Sayable = { ...sources, question, type };
  for (const [stage, thoughts] of stages) {
    if (stage === "territory" && candidates.length > 0) break;
    if (thoughts.length === 0 && candidates.length === 0)
      steps.push({ stage, decides: false, words: nothingWords(about, stage) });
    for (const thought of thoughts) {
      const { unit: id, rule } = thought;
      const unit = organisation.unit(id);
      const fits = unit?.active === true && (question.kinds === undefined || question.kinds.includes(unit.kind));
      if (candidates.length === 0)
        steps.push({
          stage,
          unit: id,
          decides: fits,
          words: fits ? foundWords(about, thought) : passedOverWords(about, thought, unit?.active !== true),
          ...(rule ? { rule: rule.id } : {}),
        });
      if (fits && !candidates.includes(id)) candidates.push(id);
    }
  }
  const [unit] = candidates;
  return { chain: steps, candidates, ...(unit === undefined ? {} : { unit }) };
}

/** The rules in force for these types, in their order, the smallest area first. */
function byRules(
  { rules }: Sources,
  { owner, area, on }: Question,
  stage: "owner" | "type" | "class" | "any",
  types: readonly (string | undefined)[],
): Thought[] {
  const whose = stage === "owner" ? { owner } : {};
  return types.flatMap((type) =>
    areasFrom(area).flatMap((within) =>
      (rules.get(scopeOf({ ...whose, type, area: within })) ?? [])
        .filter((rule) => inForce(rule, on))
        .map((rule) => ({ stage, unit: rule.unit, rule })),
    ),
  );
}

/** The areas a place lies in, the smallest first, and at last any. */
function areasFrom(area: string | undefined): (string | undefined)[] {
  const known = area ?? "";
  return [...[12, 9, 6].flatMap((length) => (known.length >= length ? [known.slice(0, length)] : [])), undefined];
}

function byDepartment(organisation: Organisation, key: string, area: string | undefined): Thought[] {
  return organisation.serving(key, area).map((unit) => ({ stage: "department", unit, key }));
}

/**
 * The units that stand for a territory, in the order in which they are asked: the district's own desk, which hands on
 * within it; its bureau; the sub-district. The order is our own choice; that ownerless matters go to the territory is not.
 */
const territorialKinds = ["districtPlatform", "districtBureau", "subDistrict"];

function byTerritory(organisation: Organisation, area: string | undefined): Thought[] {
  const units = [6, 9].flatMap((length) =>
    area !== undefined && area.length >= length ? organisation.unitsOf(area.slice(0, length)) : [],
  );
  return territorialKinds.flatMap((kind) =>
    units.filter((id) => organisation.unit(id)?.kind === kind).map((unit): Thought => ({ stage: "territory", unit })),
  );
}
