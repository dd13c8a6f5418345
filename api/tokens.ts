// Injection by explicit token: no type metadata is emitted for Nest to guess from.
export const PRODUCTIONS = Symbol('productions');
export const GATES = Symbol('gates');
export const STEERING = Symbol('steering');
export const PROGRESS_FEED = Symbol('progress-feed');
export const DATABASE = Symbol('database');
export const STORE = Symbol('store');
export const TEMPORAL = Symbol('temporal');
export const DOCUMENT = Symbol('openapi-document');
export const AUDIT = Symbol('audit');
export const MEDIA = Symbol('media');
export const REVIEW = Symbol('review');
export const COMMENTS = Symbol('comments');
export const REVIEW_PULSES = Symbol('review-pulses');
export const FINDINGS = Symbol('findings');
