import { base } from "./lost-property/base.ts";
import { claiming } from "./lost-property/claiming.ts";
import { keeping } from "./lost-property/keeping.ts";

/**
 * 失物招领 (民法典 §314–318): what was found is listed by two, kept, made public without what only the owner can know,
 * and given back to whoever answers the check question; after a year without a claim it goes to the state.
 */
export const lostProperty = base.actions((action) => ({ ...keeping(action), ...claiming(action) }));
