import type { Reader } from "../people/index.ts";

/** Whether one unit is another or stands below it. */
type Within = (unit: string, above: string) => boolean;

/**
 * Who may change a component and record inspections: administrators; dispatchers over its area; officers of the
 * department that would get a case about it, for they keep it up. Reading is for everybody with an account.
 */
export function mayChange(
  reader: Reader,
  component: { readonly area: string; readonly responsible: string | undefined },
  within: Within,
): boolean {
  const { area, responsible } = component;
  return reader.grants.some((grant) => {
    switch (grant.role) {
      case "administrator":
        return true;
      case "dispatcher":
      case "districtDispatcher":
        return grant.area === undefined || area.startsWith(grant.area);
      case "departmentOfficer":
        return responsible !== undefined && within(responsible, grant.unit);
      default:
        return false;
    }
  });
}
