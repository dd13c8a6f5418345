export const PEOPLE = Symbol('people');
