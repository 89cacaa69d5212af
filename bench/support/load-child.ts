/** The load generator: a process of its own, so that its computing is not the server's. */
import { Value } from "typebox/value";
import { Connection } from "./connection.ts";
import { quantile } from "./figures.ts";
import { Job, type Load } from "./load.ts";
import { reportBody } from "./report.ts";

const bodies = Array.from({ length: 400 }, (_, number) => Buffer.from(JSON.stringify(reportBody(number))));
const accept = Buffer.from(JSON.stringify({ input: { type: "07001" } }));

async function run(job: Job): Promise<Load> {
  const connections = await Promise.all(Array.from({ length: job.clients }, () => Connection.open(job.url)));
  const from = performance.now() + job.warmUp * 1000;
  const to = from + job.seconds * 1000;
  const times: number[] = [];
  const nos: string[] = [];
  let sent = 0;
  let ended = from;
  await Promise.all(
    connections.map(async (connection) => {
      for (let start = performance.now(); start < to;) {
        const number = sent;
        sent += 1;
        const no = job.nos[number];
        if (job.kind === "accept" && no === undefined) return;
        const path = job.kind === "open" ? "/api/cases" : `/api/cases/${no}/actions/accept`;
        const headers = `authorization: Bearer ${job.token}\r\nidempotency-key: ${job.run}-${number}\r\n`;
        const body = job.kind === "open" ? bodies[number % bodies.length] : accept;
        const answer = await connection.send("POST", path, headers, body);
        if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body.toString()}`);
        const end = performance.now();
        if (job.kind === "open") nos.push(/"no":"(\d+)"/.exec(answer.body.toString("latin1"))?.[1] ?? "");
        if (end >= from && end < to) {
          times.push(end - start);
          ended = end;
        }
        start = end;
      }
    }),
  );
  for (const connection of connections) connection.close();
  return {
    rate: times.length / ((ended - from) / 1000),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    nos,
  };
}

process.on("message", (message) => {
  run(Value.Parse(Job, message)).then(
    (load) => process.send?.(load),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({ ready: true });
