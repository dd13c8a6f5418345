import type { Language } from '#domain/errors';

/** The reader's own choice first, then what the browser prefers; Chinese unless English is wished. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  const weight = (tag: string): number =>
    Math.max(
      0,
      ...(accepted ?? '').split(',').map((part) => {
        const [name = '', ...rest] = part.trim().toLowerCase().split(';');
        if (name !== tag && !name.startsWith(`${tag}-`)) return 0;
        const q = rest.map((item) => /^\s*q=([\d.]+)\s*$/.exec(item)?.[1]).find(Boolean);
        return q === undefined ? 1 : Number(q);
      }),
    );
  return weight('en') > weight('zh') ? 'en' : 'zh-CN';
}
