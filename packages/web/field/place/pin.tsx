/** The needle in the map: its point is the place. */
export function Pin({ at: [x, y] }: { at: readonly [number, number] }) {
  return (
    <path
      className="sketch-pin"
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      d="M0 0C-3-8-11-13-11-22a11 11 0 0 1 22 0C11-13 3-8 0 0Zm0-17.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9Z"
      fillRule="evenodd"
    />
  );
}
