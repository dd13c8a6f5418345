import type { Analysis } from '#domain/analysis';
import { checkScript } from '#domain/check-script';
import { audienceOf } from '#domain/choices';
import { CUES } from '#domain/cues';
import type { ProductionRequest } from '#domain/production';
import { reclaim } from '#domain/reclaim';
import { REFERENCES } from '#domain/references';
import { type Chapter, type ChapterId, type Language, type SceneKind, Script, type Sentence } from '#domain/script';
import { type Template, templateRef } from '#domain/template';
import { scriptFacts } from './script-facts.ts';
import type { TextBlock } from './text-blocks.ts';
import { TextEngine } from './text-engine.ts';

export interface WriteOptions {
  readonly template: Template;
  readonly language: Language;
  /** What a physician asked for when refusing a version. A wish for a shorter text is met here; every other wish is for a person to edit. */
  readonly comment?: string | null;
  /** How the film was ordered: its title by a person, and for whom it is told. */
  readonly wishes?: Pick<ProductionRequest, 'title' | 'audience'>;
}

const NARRATED: readonly SceneKind[] = ['intro', 'chapter', 'outro'];
/** Scenes that show the leading nodule: left out where there is none. */
const NEED_NODULE: readonly SceneKind[] = [
  'highlight',
  'zoom',
  'compare',
  'features',
  'size',
  'table',
  'differential',
  'surface',
];
const WISHES_SHORTER = /短一|短些|精简|简短|太长|缩短|shorter|too long|shorten|more concise/i;

/**
 * The first draft of the narration, from what was found: pure but for reading the text files beside this module. Which sentence is said
 * is decided by the data alone, so the same analysis gives the same script. Chapters without a sentence are left out.
 * @throws ZodError when a text file breaks the script's schema
 */
export function writeScript(analysis: Analysis, options: WriteOptions): Script {
  const wished = plainTitle(options.wishes?.title ?? null);
  const script = writeWith(wished, analysis, options);
  // A title that says what was not found is not put before anyone: the template's own stands in.
  return wished && checkScript(script, analysis).length > 0 ? writeWith(null, analysis, options) : script;
}

/** A person's title without what the text files read as marks; null when nothing is left. */
function plainTitle(title: string | null): string | null {
  const plain = title
    ?.replace(/[*@\p{C}\p{Co}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain || null;
}

function writeWith(wished: string | null, analysis: Analysis, options: WriteOptions): Script {
  const { template, language } = options;
  const engine = new TextEngine(analysis, scriptFacts(analysis), language, template.texts);
  const titles = new Map(engine.render('titles').map((block) => [block.id, block.text]));
  const named = { title: wished ?? titles.get('title'), question: titles.get('question') };
  const said = {
    ...named,
    audience: audienceOf(template) ?? options.wishes?.audience ?? 'residents',
    end: endMark(named.title ?? '', language),
  };
  const short = WISHES_SHORTER.test(options.comment ?? '');
  const chapters: Chapter[] = [];
  for (const plan of template.chapters) {
    const title = titles.get(plan.id)!;
    const sentences = plan.scenes.flatMap(({ kind }) => {
      if (!analysis.findings.length && NEED_NODULE.includes(kind)) return [];
      if (kind === 'chapter') return [cardSentence(plan.id, title, language)];
      const blocks = engine
        .render(kind, { ...said, chapter: plan.id })
        .filter((block) => !(short && block.attributes.optional));
      return blocks.map((block) => sentenceOf(block, kind, analysis, language));
    });
    if (!sentences.some((sentence) => sentence.scene !== 'chapter')) continue;
    chapters.push({ id: plan.id, title, shortTitle: titles.get(`${plan.id}-short`)!, sentences });
  }
  const cited = chapters.flatMap((chapter) => chapter.sentences.flatMap((sentence) => sentence.references));
  return Script.parse({
    version: 1,
    language,
    author: `template:${templateRef(template)}`,
    ...named,
    chapters,
    references: [...new Set(cited)],
  });
}

/** What a title needs to be a sentence. */
const endMark = (title: string, language: Language): string =>
  /[?？!！.。…]$/.test(title) ? '' : language === 'en' ? '.' : '。';

function cardSentence(id: ChapterId, title: string, language: Language): Sentence {
  return {
    id: `${id}-card`,
    scene: 'chapter',
    cue: 'title',
    text: `${title}${endMark(title, language)}`,
    speaker: 'narrator',
    findingIds: [],
    claims: [],
    emphasis: [],
    pauseAfterMs: 0,
    pronunciations: [],
    references: [],
  };
}

function sentenceOf(block: TextBlock, scene: SceneKind, analysis: Analysis, language: Language): Sentence {
  const cue = block.attributes.cue ?? null;
  if (cue !== null && !CUES[scene].includes(cue)) throw new Error(`${block.id}: scene ${scene} has no cue ${cue}`);
  const references = (block.attributes.refs ?? '').split(',').filter(Boolean);
  for (const key of references) {
    if (!REFERENCES.some((item) => item.key === key)) throw new Error(`${block.id}: no reference ${key}`);
  }
  const lead = analysis.findings[0]?.id;
  const about = lead !== undefined && !['intro', 'outro'].includes(scene);
  const draft: Sentence = {
    id: block.id,
    scene,
    cue,
    text: block.text,
    speaker: NARRATED.includes(scene) ? 'narrator' : 'doctor',
    findingIds: about ? [lead] : [],
    claims: [...block.claims],
    emphasis: block.emphasis.filter((words) => block.text.includes(words)),
    pauseAfterMs: Number(block.attributes.pause ?? 0),
    pronunciations: [],
    references,
  };
  return reclaim(draft, analysis, language);
}
