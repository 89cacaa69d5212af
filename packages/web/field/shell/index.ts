export { Desk } from "./desk.tsx";
export { Splash } from "./splash.tsx";
export { startPhone } from "./start-phone.ts";
