import type { Colour } from "@xiuhua/server/api";

/** A lamp whose shape says the same as its colour: disc, triangle, square. */
export function Lamp({ colour }: { colour: Colour }) {
  return (
    <svg className="clock-light-lamp" viewBox="0 0 12 12" aria-hidden="true">
      {colour === "green" && <circle cx="6" cy="6" r="4.5" fill="var(--light-green)" />}
      {colour === "yellow" && <path d="M6 0.8 11.6 11H.400Z" fill="var(--light-yellow-lamp)" />}
      {colour === "red" && <rect x="1.2" y="1.2" width="9.6" height="9.6" rx="1" fill="var(--light-red)" />}
    </svg>
  );
}
