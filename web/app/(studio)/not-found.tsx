import type { ReactElement } from 'react';
import { Refused } from '../../parts/refused.tsx';

/** Within the frame: what does not exist and what belongs to another department look the same. */
export default function NotFound(): ReactElement {
  return <Refused kind="notFound" />;
}
