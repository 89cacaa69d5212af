import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import type { ResponsibilityStage } from "../api/index.ts";
import type { Rule, RuleBook } from "./rule.ts";

/** What is to be answered for. */
export interface Question {
  /** Code of its type, in any form the catalogue knows. */
  readonly type?: string;
  /** The smallest area that holds the place. */
  readonly area?: string;
  /** 权属单位代码 of the component it is about. */
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Kinds of unit that can take it; any, if left out. */
  readonly kinds?: readonly string[];
}

/** The organisation, as far as responsibility asks for it. */
export interface Organisation {
  unit(id: string): { readonly name: Words; readonly kind: string; readonly active: boolean } | undefined;
  /** Active units that serve a department key at a place, the nearest first. */
  serving(departmentKey: string, area: string | undefined): readonly string[];
  /** Active units whose own area is exactly this. */
  unitsOf(area: string): readonly string[];
}

export interface Step {
  readonly stage: ResponsibilityStage;
  readonly words: Words;
  readonly unit?: string;
  readonly rule?: string;
  /** Whether this step gave the answer. */
  readonly decides: boolean;
}

export interface Answer {
  /** The one unit that answers for it (责任主体唯一); absent where nobody does. */
  readonly unit?: string;
  /** Why: what was asked, in order; the step that decided is the last. */
  readonly chain: readonly Step[];
  /** All that could, the answer first. */
  readonly candidates: readonly string[];
}

export interface Sources {
  readonly rules: RuleBook;
  readonly catalogue: Catalogue;
  readonly organisation: Organisation;
  readonly areaName: (code: string) => Words | undefined;
}

/** One unit that is thought of, and why. */
export interface Thought {
  readonly stage: ResponsibilityStage;
  readonly unit: string;
  readonly rule?: Rule;
  /** For `department`: its key in the catalogue. */
  readonly key?: string;
}
