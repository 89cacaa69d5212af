/** What the list page hands on in the router's state: the case numbers as they stood in its queue. */
export interface QueueOrder {
  readonly order: readonly string[];
}

export interface Neighbours {
  readonly index: number;
  readonly total: number;
  readonly previous?: string;
  readonly next?: string;
}

/** The cases before and after this one in the queue that the reader came from; undefined where they came from none. */
export function neighboursOf(state: unknown, no: string): Neighbours | undefined {
  const order = orderOf(state);
  const index = order.indexOf(no);
  if (index < 0) return undefined;
  const previous = order[index - 1];
  const next = order[index + 1];
  return {
    index: index + 1,
    total: order.length,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

function orderOf(state: unknown): string[] {
  const order: unknown = typeof state === "object" && state !== null ? Reflect.get(state, "order") : undefined;
  return Array.isArray(order) ? order.filter((one): one is string => typeof one === "string") : [];
}
