import type { ReactElement } from 'react';

/** What a template's finding looks like: the lesion in its outline, or in a box. A drawing, of nobody. */
export function TemplatePicture({ mark }: { mark: 'outline' | 'box' }): ReactElement {
  return (
    <svg viewBox="0 0 160 90" role="presentation" aria-hidden focusable="false">
      <rect width="160" height="90" fill="var(--stage)" />
      <ellipse cx="56" cy="46" rx="42" ry="32" fill="#3a3d46" />
      <ellipse cx="37" cy="46" rx="15" ry="23" fill="#15161a" />
      <ellipse cx="75" cy="46" rx="15" ry="23" fill="#15161a" />
      <circle cx="78" cy="54" r="5" fill="#b9bcc6" />
      {mark === 'outline' ? (
        <path
          d="M78 46c6-1 10 3 9 9s-5 9-10 8-8-5-7-10 4-7 8-7Z"
          fill="none"
          stroke="var(--image-finding)"
          strokeWidth="1.6"
        />
      ) : (
        <rect x="69" y="45" width="18" height="18" rx="3" fill="none" stroke="var(--image-finding)" strokeWidth="1.6" />
      )}
      <rect x="110" y="24" width="34" height="4" rx="2" fill="#8b8f9a" />
      <rect x="110" y="36" width="26" height="3" rx="1.5" fill="var(--image-measure)" />
      <rect x="110" y="45" width="30" height="3" rx="1.5" fill="#55585f" />
      <rect x="110" y="54" width="22" height="3" rx="1.5" fill="#55585f" />
      <path d="M10 82H96" stroke="#8f9ef6" strokeWidth="1.4" />
      <path d="M96 82H150" stroke="#3a3d46" strokeWidth="1.4" />
    </svg>
  );
}
