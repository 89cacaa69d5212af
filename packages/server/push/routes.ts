import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { PushDevice, PushKey, PushRemoval, PushSubscriptionInput } from "../api/index.ts";
import { problem } from "../http/index.ts";
import { isPushEndpoint, wrongEndpoint } from "./endpoint.ts";
import type { Push } from "./push.ts";

const tags = ["push"];

/** One's own devices that are told by Web Push. */
export function pushRoutes(push: Push): FastifyPluginAsyncTypebox {
  const { subscriptions } = push;
  return async (app) => {
    app.get(
      "/api/push/key",
      { schema: { tags, summary: "The key that devices subscribe to", response: { 200: PushKey } } },
      async () => (push.enabled ? { enabled: true, key: await push.key() } : { enabled: false }),
    );
    app.get(
      "/api/push/subscription",
      { schema: { tags, summary: "My devices that are told", response: { 200: Type.Array(PushDevice) } } },
      (request) => subscriptions.list(request.reader.person),
    );
    app.post(
      "/api/push/subscription",
      {
        schema: {
          tags,
          summary: "Have this device told; what `PushSubscription.toJSON()` gives",
          body: PushSubscriptionInput,
          response: { 201: Type.Array(PushDevice) },
        },
      },
      async (request, reply) => {
        if (!push.enabled) throw notSent();
        if (!isPushEndpoint(request.body.endpoint)) throw wrongEndpoint();
        await subscriptions.add(request.reader.person, request.body);
        return reply.code(201).send(await subscriptions.list(request.reader.person));
      },
    );
    app.delete(
      "/api/push/subscription",
      { schema: { tags, summary: "Tell this device no more", body: PushRemoval, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await subscriptions.remove(request.reader.person, request.body.endpoint);
        return reply.code(204).send(null);
      },
    );
  };
}

const notSent = () =>
  problem(409, "push-off", {
    zh: "本市未启用推送。任务和通知可在应用内查看。",
    en: "This city sends no push messages. Tasks and notices are in the app.",
  });
