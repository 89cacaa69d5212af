import type { DemoAccount } from "@xiuhua/server/api";

/** Public on purpose: the demo city's log-in page shows it. */
export const demoPassword = "xiuhua2022";

/** In the order in which a case meets them. */
export const roleNames = [
  "intakeOfficer",
  "shiftLeader",
  "dispatcher",
  "districtDispatcher",
  "departmentOfficer",
  "handler",
  "collector",
  "supervisor",
  "leader",
  "evaluator",
  "prosecutor",
  "enterpriseOfficer",
  "propertyKeeper",
  "worksManager",
  "administrator",
] as const;
export type RoleName = (typeof roleNames)[number];

/** Accounts under their first role; roles without an account are left out. */
export function byRole(accounts: readonly DemoAccount[]): (readonly [RoleName, readonly DemoAccount[]])[] {
  return roleNames
    .map((role) => [role, accounts.filter((account) => account.roles[0] === role)] as const)
    .filter(([, members]) => members.length > 0);
}
