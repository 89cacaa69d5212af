export { fieldMeQuery, suggestionsQuery, tasksQuery } from "./queries.ts";
