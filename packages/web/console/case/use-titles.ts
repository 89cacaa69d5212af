import { useQuery } from "@tanstack/react-query";
import { proceduresQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";

/** What a state of a procedure is called; its key until the procedures are there. */
export function useStateTitle(): (procedure: string, state: string) => string {
  const say = useSay();
  const { data } = useQuery(proceduresQuery);
  return (procedure, state) => {
    const title = data?.find((one) => one.id === procedure)?.states[state]?.title;
    return title ? say(title) : state;
  };
}

/** What a role of a procedure is called. */
export function useRoleTitle(): (procedure: string, role: string) => string {
  const say = useSay();
  const { data } = useQuery(proceduresQuery);
  return (procedure, role) => {
    const title = data?.find((one) => one.id === procedure)?.roles[role]?.title;
    return title ? say(title) : role;
  };
}

/** The role that a state waits for, if it waits for anybody. */
export function useWaitsFor(): (procedure: string, state: string) => string | undefined {
  const { data } = useQuery(proceduresQuery);
  return (procedure, state) => data?.find((one) => one.id === procedure)?.states[state]?.waitsFor;
}
