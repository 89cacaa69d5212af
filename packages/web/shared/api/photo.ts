/** Where a stored file is served; photos also as a small picture. */
export function photoAddress(hash: string, size: "full" | "thumbnail"): string {
  return size === "full" ? `/api/evidence/${hash}` : `/api/evidence/${hash}/thumbnail`;
}
