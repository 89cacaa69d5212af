export { faultsOf, type Fault } from "./faults.ts";
export { fieldsOf, lineFields, type FieldChoice, type FieldWidget, type FormField } from "./field-model.ts";
export { initialOf, inputOf, type Input } from "./input.ts";
export { acceptOf, evidenceKinds, lacking, photoKinds, slotsOf, type EvidenceKind, type Slot } from "./kinds.ts";
export { photosOf, type Evidence, type Photos } from "./photos.ts";
export { placeProblems, type FieldProblem, type PlacedProblem, type PlacedProblems } from "./problems.ts";
export { asNumber, asRecord, asText, asTexts, partOf, pointOf } from "./values.ts";
