import type { ReactElement } from 'react';

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
