import { createContext, use } from "react";
import type { Me } from "@xiuhua/server/api";
import type { Device } from "../queue/index.ts";
import type { FieldDatabase } from "../store/index.ts";
import type { SessionStore } from "./session.ts";

/** What every screen stands on. */
export interface Phone {
  readonly db: FieldDatabase;
  readonly device: Device;
  readonly session: SessionStore;
}

const PhoneContext = createContext<Phone | undefined>(undefined);
const MeContext = createContext<Me | undefined>(undefined);

export const PhoneProvider = PhoneContext.Provider;
export const MeProvider = MeContext.Provider;

export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (!phone) throw new Error("There is no phone above this screen");
  return phone;
}

/** The person who is logged in. Only below the log-in. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("Nobody is logged in above this screen");
  return me;
}
