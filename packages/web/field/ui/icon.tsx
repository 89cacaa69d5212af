/** Drawn on 24 × 24, one stroke wide, so that they stay legible in the sun. */
const paths = {
  tasks: "M9 6h11M9 12h11M9 18h11M3.5 6l1 1 2-2M3.5 12l1 1 2-2M3.5 18l1 1 2-2",
  report:
    "M4 8.5A1.5 1.5 0 0 1 5.500 7H8l1.500-2h5L16 7h2.500A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500zM12 16a3.250 3.250 0 1 0 0-6.500 3.250 3.250 0 0 0 0 6.500z",
  mine: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.8-3.600 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.500l4.500 4.500L19 7.500",
  gallery: "M4 5h16v14H4zM4 16l4.500-4.500 3.500 3.500 3-3 5 5M15.500 9.500h.01",
  pin: "M12 21s-6.500-5.600-6.500-11a6.500 6.500 0 0 1 13 0c0 5.400-6.500 11-6.500 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  aim: "M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM12 2.500V6M12 18v3.500M2.500 12H6M18 12h3.500",
  clock: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2",
  wait: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12l16-7-5 15-3.500-6zM11.500 14L20 5",
  sync: "M19.500 9A8 8 0 0 0 5 7.500M4.500 15A8 8 0 0 0 19 16.500M5 3.500v4h4M19 20.500v-4h-4",
  offline: "M3 3l18 18M6 17.500a4 4 0 0 1 .5-7.900M9.500 6.300A6 6 0 0 1 17.500 10a4 4 0 0 1 2.300 6.800M9 18h9",
  alert: "M12 4l9 16H3zM12 10v4.500M12 17.300h.01",
  bell: "M6 16.500v-6a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 20.500h4",
  bin: "M5 7h14M10 7V4.500h4V7M6.500 7l1 13h9l1-13M10 11v5M14 11v5",
  next: "M9 5l7 7-7 7",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20.500 20.500",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  phone: "M7 3.500h10v17H7zM10.500 17.500h3",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
