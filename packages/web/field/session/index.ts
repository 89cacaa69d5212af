export { MeProvider, PhoneProvider, useMe, usePhone, type Phone } from "./context.ts";
export { makeSession, type Session, type SessionStore } from "./session.ts";
