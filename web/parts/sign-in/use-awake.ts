import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the page as the server drew it, true once it works: a form sent earlier would bypass its own code. */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
