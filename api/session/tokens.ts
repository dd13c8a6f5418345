export const SESSIONS = Symbol('sessions');
export const AUTHENTICATORS = Symbol('authenticators');
export const SINGLE_SIGN_ON = Symbol('single-sign-on');
export const HOUSE_KEY = Symbol('house-key');
export const LOG = Symbol('log');
