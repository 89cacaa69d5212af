/** A house number as plates write it: 18, 18号, 18号附2号, 18-2, 18号院. Undefined where it is none. */
export function readDoorNumber(text: string): { readonly number: number; readonly annex?: number } | undefined {
  const found = /^(\d{1,5})号?(?:(?:附|-|—|－|之)(\d{1,4})号?)?院?$/.exec(text.trim());
  if (!found) return undefined;
  const [, number, annex] = found;
  return { number: Number(number), ...(annex === undefined ? {} : { annex: Number(annex) }) };
}
