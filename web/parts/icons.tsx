import type { ReactElement } from 'react';

const PATHS = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  alert: 'M8 2.2L14.4 13.4H1.6ZM8 6.4v3.2M8 11.5v.1',
  clock: 'M8 2a6 6 0 100 12A6 6 0 008 2M8 4.8V8l2.2 1.6',
  loader: 'M8 2a6 6 0 016 6M8 14a6 6 0 01-6-6',
  person: 'M8 8a2.6 2.6 0 100-5.2A2.6 2.6 0 008 8M2.9 13.6c.5-2.6 2.5-3.9 5.1-3.9s4.6 1.3 5.1 3.9',
  back: 'M6 4L2.8 7.2 6 10.4M3 7.2h6.4a3.4 3.4 0 010 6.8H8',
  ban: 'M8 2a6 6 0 100 12A6 6 0 008 2M3.8 3.8l8.4 8.4',
  download: 'M8 2.5v7.2M4.8 6.8L8 9.9l3.2-3.1M2.8 13.3h10.4',
  again: 'M13 8a5 5 0 11-1.6-3.7M13 2.4v2.4h-2.4',
  desk: 'M2.5 2.5h4.4v4.4H2.5ZM9.1 2.5h4.4v4.4H9.1ZM2.5 9.1h4.4v4.4H2.5ZM9.1 9.1h4.4v4.4H9.1Z',
  lock: 'M4 7.4h8v6H4ZM5.6 7.2V5.4a2.4 2.4 0 014.8 0v1.8',
  link: 'M6.6 9.4l2.8-2.8M7.3 4.9l1.3-1.3a2.7 2.7 0 013.8 3.8l-1.3 1.3M8.7 11.1l-1.3 1.3a2.7 2.7 0 01-3.8-3.8l1.3-1.3',
  film: 'M2.5 3.2h11v9.6h-11ZM5.4 3.2v9.6M10.6 3.2v9.6M2.5 8h11',
  print:
    'M5.2 13.2c-.8-1.2-1-2.6-.8-4.2a3.6 3.6 0 017.1-.1c.2 1.4.2 2.6-.1 3.6M8 9c0 1.7.2 3 .9 4.5M2.6 10.4c-.3-2 .2-4 1.6-5.5M6.3 2.9a5.6 5.6 0 017.2 5',
} as const;
export type IconName = keyof typeof PATHS;

/** A drawn sign beside words; the words say it too. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the product: threads that cross. */
export function Mark({ size = 22 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" fill="#4c5dd1" />
      <g fill="none" stroke="#ffffff" strokeWidth="1.7" strokeLinecap="round">
        <path d="M4 8.4q1.75-3.4 3.5 0t3.5 0 3.5 0 3.5 0" />
        <path d="M4 13.6q1.75 3.4 3.5 0t3.5 0 3.5 0 3.5 0" />
      </g>
    </svg>
  );
}
