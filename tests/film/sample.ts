import { writeScript } from '#activities/script/write-script';
import type { BlobStore } from '#activities/store/blob-store';
import type { Analysis } from '#domain/analysis';
import type { Decision } from '#domain/approval';
import { findBrand } from '#domain/brands';
import type { ComposeInput } from '#domain/film/base';
import type { Language } from '#domain/script';
import { findTemplate } from '#domain/templates';
import { sampleAnalysis } from './sample-analysis.ts';
import { samplePictures } from './sample-pictures.ts';
import { sampleTimeline } from './sample-script.ts';

/** What the film must hold for: a rated nodule, a diagnostic CT, nothing found, a header that says little. */
export type SampleVariant = 'screening' | 'diagnostic' | 'none' | 'bare';
export interface SampleOptions {
  readonly language?: Language;
  readonly brand?: string;
  readonly variant?: SampleVariant;
  /** As orders name it: `id`, `id/9:16`. */
  readonly template?: string;
  /** Another analysis than the variant's. */
  readonly analysis?: Analysis;
  /** Tiny pictures, for tests that look at text only. */
  readonly coarse?: boolean;
}

/** The demo physician's approval. */
export const SAMPLE_APPROVAL = (language: Language): Decision => ({
  gate: 'script',
  onBehalfOf: null,
  ownWork: false,
  decision: 'approve',
  digest: '7f3a9c0123456789abcdef0123456789abcdef0123456789abcdef0123456789',
  actor: {
    id: 'demo-physician',
    displayName: language === 'en' ? 'Dr Zhang' : '张主任',
    roles: ['physician'],
    departments: ['house'],
    demo: true,
  },
  comment: '',
  version: 1,
  at: '2026-11-20T08:30:00.000Z',
});

/** A complete input for `composeFilm`, deterministic, its pictures put into `store`. */
export async function sampleInput(store: BlobStore, options: SampleOptions = {}): Promise<ComposeInput> {
  const { language = 'zh-CN', brand = 'A', variant = 'screening', coarse = false } = options;
  const analysis = options.analysis ?? sampleAnalysis(variant);
  const template = findTemplate(options.template ?? 'case-teaching');
  const script = writeScript(analysis, { template, language });
  return {
    analysis,
    script,
    template,
    timeline: sampleTimeline(script, template),
    brand: findBrand(brand),
    pictures: await samplePictures(store, analysis, coarse ? 8 : 1),
    approval: SAMPLE_APPROVAL(language),
  };
}
