import type { ReactElement } from 'react';
import { Refused } from '../parts/refused.tsx';

export default function NotFound(): ReactElement {
  return <Refused kind="notFound" />;
}
