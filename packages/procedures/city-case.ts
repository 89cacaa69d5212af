import { base } from "./city-case/base.ts";
import { bundled } from "./city-case/bundled.ts";
import { checking } from "./city-case/checking.ts";
import { command } from "./city-case/command.ts";
import { filing } from "./city-case/filing.ts";
import { handling } from "./city-case/handling.ts";
import { intake } from "./city-case/intake.ts";
import { oversight } from "./city-case/oversight.ts";

/**
 * 城市管理案件: from found to closed. The flow is the national one (GB/T 30428.8, standard
 * wording of seven stages); what cities do differently is a setting.
 */
export const cityCase = base.actions((action) => ({
  ...intake(action),
  ...filing(action),
  ...command(action),
  ...handling(action),
  ...bundled(action),
  ...checking(action),
  ...oversight(action),
}));
