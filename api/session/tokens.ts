export const SESSIONS = Symbol('sessions');
export const AUTHENTICATORS = Symbol('authenticators');
export const SINGLE_SIGN_ON = Symbol('single-sign-on');
