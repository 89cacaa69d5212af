/** Where a search leads: a whole case number (17 digits) to its case, other words to the list; nothing nowhere. */
export function searchTarget(text: string): string | undefined {
  const words = text.trim().replaceAll(/\s+/g, " ");
  if (words === "") return undefined;
  if (/^\d{17}$/.test(words)) return `/cases/${words}`;
  return `/cases?${new URLSearchParams({ text: words }).toString()}`;
}
