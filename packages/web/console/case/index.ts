/** The case: its page, its forms, its papers. */
export { ActionForm, type ActionFormProps } from "./form/action-form.tsx";
export { CasePage } from "./page/case-page.tsx";
export { OpenCasePage } from "./page/open-case-page.tsx";
export { NoticePage } from "./print/notice-page.tsx";
export type { QueueOrder } from "./view/neighbours.ts";
