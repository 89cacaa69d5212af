import { useQuery } from "@tanstack/react-query";
import type { FieldPack } from "@xiuhua/server/api";
import { useMe, usePhone } from "../session/index.ts";
import { packQuery } from "./pack.ts";

/** The pack of this person; undefined until it has come, from the disk or the network. */
export function usePack(): FieldPack | undefined {
  const { db } = usePhone();
  return useQuery(packQuery(db, useMe().id)).data;
}
