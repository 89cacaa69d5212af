import type { Me } from "@xiuhua/server/api";
import { rolesOf } from "../session/index.ts";

const watchers = ["shiftLeader", "dispatcher", "leader"];
const writers = ["shiftLeader", "leader"];

/** Whether the server lets this person see who is outside. It decides by itself; this hides what it would refuse. */
export const mayWatch = (me: Me): boolean => rolesOf(me).some((role) => watchers.includes(role));

/** Whether this person may say something to everybody outside. */
export const mayWrite = (me: Me): boolean => rolesOf(me).some((role) => writers.includes(role));
