export { fieldMeQuery, suggestionsQuery } from "./queries.ts";
