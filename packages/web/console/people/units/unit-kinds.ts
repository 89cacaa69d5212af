/** Kinds of unit that the organisation knows; a procedure says which of them may take its cases. */
export const unitKinds = [
  "bureau",
  "section",
  "centre",
  "brigade",
  "squadron",
  "office",
  "districtBureau",
  "districtPlatform",
  "subDistrict",
  "utility",
  "outside",
] as const;
