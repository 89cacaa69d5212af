/** 绣花: a needle and the thread behind it. Drawn once more in `public/favicon.svg`. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1d3b5c" />
      <path d="M24.6 6.4 12.2 18.8" stroke="#f4f7fb" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M12.2 18.8 10.6 21.4 13.2 19.8Z" fill="#f4f7fb" />
      <ellipse cx="24.9" cy="6.1" rx="3.3" ry="1.9" transform="rotate(-45 24.9 6.1)" fill="#f4f7fb" />
      <path d="m24 7 1.8-1.8" stroke="#1d3b5c" strokeWidth="1.1" strokeLinecap="round" />
      <path
        d="M24.5 6.6C18 4.3 10.5 5.7 7.6 10.2c-2.4 3.8.6 6.7 5.4 7.6 5.2 1 9.4 2.9 8 6.2-1.5 3.4-8.2 3.4-14.5 1.6"
        fill="none"
        stroke="#e2725b"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeDasharray="4.2 2.7"
      />
    </svg>
  );
}
