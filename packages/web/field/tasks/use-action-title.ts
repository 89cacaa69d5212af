import { useQuery } from "@tanstack/react-query";
import { proceduresQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { kept } from "../kept/index.ts";

/** What an action of a procedure is called; its key until the procedures are there. */
export function useActionTitle(): (procedure: string | undefined, action: string) => string {
  const say = useSay();
  const { data } = useQuery({ ...proceduresQuery, meta: kept });
  return (procedure, action) => {
    const title = data?.find((one) => one.id === procedure)?.actions[action]?.title;
    return title ? say(title) : action;
  };
}
