import { Kbd } from '@mantine/core';
import type { ReactElement } from 'react';

/** Keys to press, drawn as keys. */
export function Keys({ keys }: { keys: readonly string[] }): ReactElement {
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      {keys.map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
