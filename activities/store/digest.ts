import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical';

/** SHA-256 of a value's canonical JSON, lower-case hex. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
