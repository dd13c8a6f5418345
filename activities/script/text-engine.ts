import { fileURLToPath } from 'node:url';
import { Liquid } from 'liquidjs';
import type { Analysis } from '#domain/analysis';
import { factAt } from '#domain/facts';
import type { Comparison } from '#domain/rating/rating';
import type { Language } from '#domain/script';
import { writtenFact, writtenNumber } from '#domain/spoken-value';
import { type RatingFacts, type ScriptFacts } from './script-facts.ts';
import { markClaim, readBlocks, type TextBlock } from './text-blocks.ts';

const ROOT = fileURLToPath(new URL('./texts', import.meta.url));

/**
 * Renders the text files of one language over one analysis. Values reach the text through filters that leave a claim behind:
 * `"study.slices" | fact`, `"longAxisMm" | lead`, `"place" | lead` (the lobe, or the lung where the lobe is in doubt), `"category" | rating`, `step | limits: criterion`, `rating | interval`.
 * A missing variable, filter or fact throws: a text never has a hole.
 */
export class TextEngine {
  readonly #liquid: Liquid;
  constructor(
    readonly analysis: Analysis,
    readonly facts: ScriptFacts,
    readonly language: Language,
    /** The template's own texts; where it has no file of a name, the common one is read. */
    texts: string | null = null,
  ) {
    const root = [...(texts ? [`${ROOT}/${language}/${texts}`] : []), `${ROOT}/${language}`];
    this.#liquid = new Liquid({ root, extname: '.liquid', strictFilters: true, cache: false });
    const { lead, rating } = facts;
    this.#filter('fact', (path: string) => this.#claim(path));
    this.#filter('threshold', (step: Comparison) =>
      this.#claim(`rule.${rating?.system}.${step.criterion}.${step.threshold}`),
    );
    this.#filter('bare', (path: string) => this.#bare(path));
    this.#filter('lead', (name: string) => (name === 'place' ? this.#place() : this.#claim(`${lead?.id}.${name}`)));
    this.#filter('rating', (name: string) => this.#claim(`rating.${rating?.system}.${name}`));
    this.#filter('limits', (step: Comparison, criterion: string) => this.#limits(step, criterion));
    this.#filter('interval', (facts: RatingFacts) => this.#interval(facts));
    this.#filter('dashed', (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  }

  /** The blocks of one file. @throws Error when the file names something that does not exist */
  render(file: string, more: Readonly<Record<string, unknown>> = {}): TextBlock[] {
    return readBlocks(this.#liquid.renderFileSync(file, { ...this.facts, ...more }) as string);
  }

  #filter(name: string, filter: (...values: never[]) => string): void {
    this.#liquid.registerFilter(name, filter as (...values: unknown[]) => string);
  }

  #claim(path: string): string {
    const words = writtenFact(this.analysis, path, this.language);
    if (words === null) throw new Error(`no words for ${path}`);
    return markClaim(path, words);
  }

  #place(): string {
    const { lead } = this.facts;
    if (!lead || lead.lobeKnown) return this.#claim(`${lead?.id}.lobe`);
    return `${this.#claim(`${lead.id}.side`)}${this.language === 'en' ? ' lung' : '肺'}`;
  }

  #bare(path: string): string {
    const found = factAt(this.analysis, path);
    if (typeof found?.value !== 'number') throw new Error(`no number for ${path}`);
    return markClaim(path, writtenNumber(found.value, found.unit));
  }

  /** "reached 6 mm, but not 8 mm", from a comparison of the trace. */
  #limits(step: Comparison, criterion: string): string {
    const limit = (value: number) => this.#claim(`rule.${this.facts.rating?.system}.${criterion}.${value}`);
    const zh = this.language === 'zh-CN';
    if (Array.isArray(step.threshold)) {
      const [from, to] = step.threshold;
      if (this.facts.rating?.lungRads === false) {
        // Fleischner's "6-8 mm" holds both ends.
        const first = markClaim(`rule.${this.facts.rating.system}.${criterion}.${from}`, String(from));
        return zh ? `在 ${first} 到 ${limit(to)}之间` : `lies between ${first} and ${limit(to)}`;
      }
      if (from <= 0) return zh ? `没到 ${limit(to)}` : `is below ${limit(to)}`;
      return zh ? `到了 ${limit(from)}，没到 ${limit(to)}` : `has reached ${limit(from)} but is below ${limit(to)}`;
    }
    if (typeof step.threshold !== 'number') return zh ? '符合' : 'meets the limit';
    if (step.operator === '<') return zh ? `没到 ${limit(step.threshold)}` : `is below ${limit(step.threshold)}`;
    return zh ? `到了 ${limit(step.threshold)}` : `has reached ${limit(step.threshold)}`;
  }

  /** How long until the next scan, as people say it: half a year, a year, or months. */
  #interval(facts: RatingFacts): string {
    const { monthsFrom: from, monthsTo: to, system } = facts;
    if (from === null || to === null) throw new Error('no interval');
    const path = `rating.${system}.intervalMonths`;
    const zh = this.language === 'zh-CN';
    if (from !== to) {
      const first = markClaim(path, String(from));
      return zh ? ` ${first} 到 ${this.#claim(`${path}To`)}` : `${first} to ${this.#claim(`${path}To`)}`;
    }
    if (zh && from === 6) return markClaim(path, '半年');
    if (zh && from === 12) return markClaim(path, '一年');
    return zh ? ` ${this.#claim(path)}` : this.#claim(path);
  }
}
