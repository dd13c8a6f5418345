import type { useTranslations } from 'next-intl';

/** Texts of the namespace `making`. */
export type MakingWords = ReturnType<typeof useTranslations<'making'>>;

/** A step's name for people: a scene's, a sentence's, or the whole stage. */
export function stepName(stage: string, label: string, t: MakingWords): string {
  if (label === '') return t('whole');
  if (label === 'pictures' || label === 'draft' || label === 'compose') return t(label);
  if (stage === 'render') return t('scene', { name: sceneName(label, t) });
  if (stage === 'speech') return t('sentence', { id: label });
  return label;
}

/** `chapter-look` and `quiz-look` belong to a chapter; every other scene is named by its kind. */
export function sceneName(id: string, t: MakingWords): string {
  if (t.has(`scenes.${id}`)) return t(`scenes.${id}`);
  const [kind = '', chapter] = id.split('-', 2);
  const name = t.has(`scenes.${kind}`) ? t(`scenes.${kind}`) : id;
  return chapter && t.has(`chapters.${chapter}`) ? `${name} ${t(`chapters.${chapter}`)}` : name;
}

/** What a running step says of itself, in the reader's language; null when it says nothing that people know. */
export function noteText(stage: string, note: string | null, t: MakingWords): string | null {
  if (!note) return null;
  const count = /^(\d+)\/(\d+)$/.exec(note);
  if (count) return t('count', { done: Number(count[1]), of: Number(count[2]) });
  const plan = /^draws (\d+) of (\d+) scenes$/.exec(note);
  if (plan) return t('draws', { count: Number(plan[1]), of: Number(plan[2]) });
  const reused = /^reused(?: (.+))?$/.exec(note);
  if (reused) return t('reused', { what: stepName(stage, reused[1] ?? '', t) });
  if (/^\w+$/.test(note) && t.has(`notes.${note}`)) return t(`notes.${note}`);
  const [kind = ''] = note.split('-', 1);
  const known = t.has(`scenes.${note}`) || t.has(`scenes.${kind}`);
  return stage === 'render' && known ? stepName(stage, note, t) : null;
}
