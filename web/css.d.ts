declare module '*.module.css' {
  const names: Readonly<Record<string, string>>;
  export default names;
}
declare module '*.css';

interface ImportMeta {
  /** By the bundler: every file of the pattern, to be loaded when called. */
  glob<T>(pattern: string, options: { import: 'default' }): Record<string, () => Promise<T>>;
}
