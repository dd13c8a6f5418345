// Entry of a rendering thread. Threads do not inherit the TypeScript loader on Node 20, so it is registered here first.
import { register } from 'tsx/esm/api';

register();
await import('./phantom-thread-serve.ts');
