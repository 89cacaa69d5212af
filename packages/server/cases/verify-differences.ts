/**
 * JSON pointers (RFC 6901) to the places at which two JSON values differ. A part that only one of them has is named
 * once, not leaf by leaf.
 */
export function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (Object.is(expected, actual)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return [path];
    return expected.flatMap((one, index) => differences(one, actual[index], `${path}/${index}`));
  }
  if (isObject(expected) && isObject(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) => {
      const place = `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      return Object.hasOwn(expected, name) && Object.hasOwn(actual, name)
        ? differences(Reflect.get(expected, name), Reflect.get(actual, name), place)
        : [place];
    });
  }
  return [path];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
