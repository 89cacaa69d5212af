/** Squares of one level of the world, found by where a position lies; each is made when something first falls into it. */
export function makeSquares<T>(level: number, make: () => T) {
  const side = 2 ** level;
  const squares = new Map<number, T>();
  let before: { readonly key: number; readonly square: T } | undefined;
  return {
    /** @param x @param y on the world, 0 to 1. Neighbours asked for one after the other are found without a search. */
    at(x: number, y: number): T {
      // Whole numbers stay exact up to 2^53: levels up to 26.
      const key = Math.floor(x * side) * side + Math.floor(y * side);
      if (before?.key === key) return before.square;
      let square = squares.get(key);
      if (square === undefined) squares.set(key, (square = make()));
      before = { key, square };
      return square;
    },
    all: () => [...squares.values()],
  };
}
