export const SESSION_COOKIE = 'caseloom_session';
export const LANGUAGE_COOKIE = 'caseloom_language';
