import { enterpriseStories } from "./enterprises.ts";
import { makeTeller, type Lane, type Pictures, type Teller } from "./teller.ts";
import { findsStory, handbagStory, praiseStory, riderStory, streetStory } from "./week.ts";
import { smallWorksStory, worksStory } from "./works.ts";

export type { Lane, Pictures } from "./teller.ts";

/**
 * Tells what the week holds beside the city's cases: every other procedure has some, with the newspaper page's own facts
 * and invented names.
 */
export async function tellMatters(lanes: readonly Lane[], now: number, picture: Pictures): Promise<void> {
  const stories: ((teller: Teller) => Promise<void>)[] = [
    worksStory,
    smallWorksStory,
    handbagStory,
    findsStory,
    riderStory,
    streetStory,
    praiseStory,
    ...enterpriseStories(),
  ];
  let next = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      const teller = makeTeller(lane, now, picture);
      for (let story = stories[next]; story; story = stories[next]) {
        next += 1;
        await story(teller);
      }
    }),
  );
}
