export const SETTINGS = Symbol('settings');
export const STORAGE = Symbol('storage');
export const DATA_FOLDER = Symbol('data-folder');
