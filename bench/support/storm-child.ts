/** The phones: a process of its own, so that their computing is not the server's. */
import { Value } from "typebox/value";
import { comeBack } from "./storm/phone.ts";
import { makePictures } from "./storm/pictures.ts";
import { StormJob, type Storm } from "./storm/plan.ts";

async function run(job: StormJob): Promise<Storm> {
  const pictureOf = await makePictures();
  const from = performance.now();
  const tales = await Promise.all(Array.from({ length: job.phones }, (_, phone) => comeBack(job, phone, pictureOf)));
  const sum = (pick: (tale: (typeof tales)[number]) => number) => tales.reduce((total, tale) => total + pick(tale), 0);
  return {
    seconds: (performance.now() - from) / 1000,
    reportTimes: tales.flatMap((tale) => tale.reportTimes),
    queueTimes: tales.map((tale) => tale.queueTime),
    cut: sum((tale) => tale.cut),
    sentAgain: sum((tale) => tale.sentAgain),
    asked: sum((tale) => tale.asked),
    numbers: tales.map((tale) => tale.numbers),
  };
}

process.on("message", (message) => {
  run(Value.Parse(StormJob, message)).then(
    (storm) => process.send?.(storm),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({ ready: true });
