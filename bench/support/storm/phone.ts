import { createHash } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { places } from "../places.ts";
import { chance, tokenOf, wordsOf, type StormJob } from "./plan.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Shares of uploads that are cut on their way, and of reports whose answer is lost. */
const cutShare = 0.05;
const lostShare = 0.05;

export interface PhoneTale {
  readonly numbers: string[];
  readonly reportTimes: number[];
  queueTime: number;
  cut: number;
  sentAgain: number;
  asked: number;
}

/** One collector's phone that comes back with a full queue, and sends it in order as the app does. */
export async function comeBack(
  job: StormJob,
  phone: number,
  pictureOf: (number: number) => Buffer,
): Promise<PhoneTale> {
  const tale: PhoneTale = { numbers: [], reportTimes: [], queueTime: 0, cut: 0, sentAgain: 0, asked: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const token = tokenOf(phone);

  const once = (method: string, path: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> =>
    new Promise((settle, fail) => {
      const sending = request(
        new URL(path, job.url),
        {
          method,
          agent,
          headers: { authorization: `Bearer ${token}`, ...headers, "content-length": body?.length ?? 0 },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("error", fail);
          answer.on("end", () =>
            settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }),
          );
        },
      );
      sending.on("error", fail);
      sending.end(body);
    });

  /** Does what the server asks for when it is asked to wait, and comes again after a failure of the line. */
  async function ask(...parts: Parameters<typeof once>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(...parts).catch((error: unknown) => {
        if (attempt >= 8) throw error;
        return undefined;
      });
      if (answer !== undefined && answer.status !== 429 && answer.status !== 503) return answer;
      if (answer !== undefined) tale.asked += 1;
      await wait(Number(answer?.headers["retry-after"] ?? 1) * 1000);
    }
  }

  async function upload(bytes: Buffer, number: number): Promise<string> {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const tus = { "tus-resumable": "1.0.0" };
    const part = { ...tus, "content-type": "application/offset+octet-stream" };
    const creation = {
      ...part,
      "upload-length": String(bytes.length),
      "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
    };
    const isCut = chance(number, 1) < cutShare;
    const sent = isCut ? Math.floor(chance(number, 2) * bytes.length) : bytes.length;
    const begun = await ask("POST", "/api/uploads", creation, bytes.subarray(0, sent));
    if (begun.status !== 201) throw new Error(`${begun.status} ${begun.body}`);
    if (!isCut) return one(begun.headers["x-evidence-hash"]);
    tale.cut += 1;
    const path = one(begun.headers["location"]);
    const { headers } = await ask("HEAD", path, tus);
    const offset = Number(one(headers["upload-offset"]));
    const rest = await ask("PATCH", path, { ...part, "upload-offset": String(offset) }, bytes.subarray(offset));
    if (rest.status !== 204) throw new Error(`${rest.status} ${rest.body}`);
    return one(rest.headers["x-evidence-hash"]);
  }

  async function report(number: number): Promise<string> {
    const evidence = [];
    const capturedAt = job.now - 3 * 3_600_000 + number * 300_000;
    for (let photo = 0; photo < job.photos; photo += 1) {
      const id = (phone * job.reports + number) * job.photos + photo;
      const hash = await upload(pictureOf(id), id);
      evidence.push({ kind: kinds[photo % kinds.length], hash, capturedAt: new Date(capturedAt).toISOString() });
    }
    const spot = places[(phone + number) % places.length] ?? { lng: 0, lat: 0, text: "" };
    const body = Buffer.from(
      JSON.stringify({
        procedure: "city-case",
        action: "report",
        input: {
          place: { lng: spot.lng, lat: spot.lat, text: spot.text },
          description: wordsOf(phone, number),
          type: "07001",
        },
        evidence,
        device: {
          id: `storm-phone-${phone}`,
          appVersion: "0.1.0",
          capturedAt: new Date(capturedAt).toISOString(),
          deviceNow: new Date(job.now).toISOString(),
          offline: true,
        },
      }),
    );
    const headers = { "content-type": "application/json", "idempotency-key": `storm-${phone}-${number}` };
    let answer = await ask("POST", "/api/cases", headers, body);
    if (chance(phone, number, 3) < lostShare) {
      // The answer never arrived: the phone knows nothing and sends the same again.
      tale.sentAgain += 1;
      answer = await ask("POST", "/api/cases", headers, body);
    }
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`);
    return /"no":"(\d+)"/.exec(answer.body)?.[1] ?? "";
  }

  await wait((phone / job.phones) * job.spread);
  const from = performance.now();
  for (let number = 0; number < job.reports; number += 1) {
    const start = performance.now();
    tale.numbers.push(await report(number));
    tale.reportTimes.push(performance.now() - start);
  }
  tale.queueTime = performance.now() - from;
  agent.destroy();
  return tale;
}

const kinds = ["near", "far", "reference"];

const one = (header: string | string[] | undefined): string => (Array.isArray(header) ? header[0] : header) ?? "";
