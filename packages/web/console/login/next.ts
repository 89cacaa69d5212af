/** Where to go after the log-in: a path of our own, never another site's address. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith("/") || next.startsWith("/login")) return "/queue";
  const target = new URL(next, "http://here.invalid");
  return target.host === "here.invalid" ? target.pathname + target.search : "/queue";
}
