export const DRAFTS = Symbol('drafts');
export const PREVIEWS = Symbol('previews');
export const LISTENING = Symbol('listening');
