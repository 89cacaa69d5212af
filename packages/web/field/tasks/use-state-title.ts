import { useQuery } from "@tanstack/react-query";
import { proceduresQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { kept } from "../kept/index.ts";

/** What a state of a procedure is called; its key until the procedures are there. */
export function useStateTitle(): (procedure: string, state: string) => string {
  const say = useSay();
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  return (procedure, state) => {
    const title = data?.find((one) => one.id === procedure)?.states[state]?.title;
    return title ? say(title) : state;
  };
}
