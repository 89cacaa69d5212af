export { DelegationDialog } from "./delegation-dialog.tsx";
export { PasswordDialog } from "./password-dialog.tsx";
export { TokensDialog } from "./tokens-dialog.tsx";
