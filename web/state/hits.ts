import type { SearchAnswer, SentenceHit } from '#domain/search';

export interface Hit {
  readonly key: string;
  readonly href: string;
  /** What was found, with the words in it. */
  readonly text: string;
  /** What it belongs to. */
  readonly of: string;
  readonly finding: string | null;
  readonly version: number | null;
}

const nameOf = (hit: { title: string | null; caseCode: string | null; productionId: string }): string =>
  [hit.title, hit.caseCode].filter(Boolean).join('　') || hit.productionId;

const sentence = (hit: SentenceHit, page: 'findings' | 'script'): Hit => {
  const [finding = null] = hit.findingIds;
  const where = page === 'findings' && finding ? `findings?f=${finding}` : `script?s=${hit.sentenceId}`;
  return {
    key: `${page}-${hit.productionId}-${hit.sentenceId}`,
    href: `/productions/${hit.productionId}/${where}`,
    text: hit.text,
    of: nameOf(hit),
    finding,
    version: hit.version,
  };
};

/** What was found, in the order it is shown: findings first, then sentences, then productions. */
export function hitsOf(
  answer: SearchAnswer,
): readonly (readonly ['findings' | 'sentences' | 'productions', readonly Hit[]])[] {
  return [
    ['findings', answer.findings.map((hit) => sentence(hit, 'findings'))],
    ['sentences', answer.sentences.map((hit) => sentence(hit, 'script'))],
    [
      'productions',
      answer.productions.map((hit) => ({
        key: hit.productionId,
        href: `/productions/${hit.productionId}`,
        text: hit.title ?? hit.caseCode ?? hit.productionId,
        of: hit.title ? (hit.caseCode ?? '') : '',
        finding: null,
        version: null,
      })),
    ],
  ];
}
