export { AlarmWatch } from "./alarm-watch.tsx";
export { AnswerDialog } from "./answer-dialog.tsx";
export { alarmsQuery } from "./queries.ts";
export { mayWatch, mayWrite } from "./watchers.ts";
