'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Aspect } from '#domain/aspect';
import type { Audience } from '#domain/production';
import type { Language } from '#domain/script';
import type { SpeakerId } from '#domain/speech';
import type { ExamPurpose } from '#domain/study';
import { usableSeries } from '#domain/upload';
import { api, taken } from '../../client/api.ts';
import { letGo } from '../../client/upload/session.ts';
import type { Coming } from './use-upload.ts';

/** What a person wishes of the film. */
export interface Wishes {
  readonly series: string | null;
  readonly confirmed: boolean;
  readonly title: string;
  readonly filmSeries: string;
  readonly template: string;
  /** Null = the template's own first. */
  readonly aspect: Aspect | null;
  readonly brand: string;
  readonly speaker: SpeakerId;
  readonly language: Language;
  readonly audience: Audience;
  readonly purpose: ExamPurpose;
}

export const TITLE_LONGEST = 20;

export type Missing =
  | 'images'
  | 'uploading'
  | 'checking'
  | 'refused'
  | 'failed'
  | 'again'
  | 'series'
  | 'confirm'
  | 'title';

/** The series meant: chosen, else the one suggested. */
export function meantSeries({ upload }: Coming, wishes: Wishes): string | null {
  const usable = upload?.report ? usableSeries(upload.report) : [];
  if (usable.some(({ key }) => key === wishes.series)) return wishes.series;
  return (usable.find(({ recommended }) => recommended) ?? (usable.length === 1 ? usable[0] : undefined))?.key ?? null;
}

/** What is left to do before a film can be ordered, in its order. */
export function missingOf(coming: Coming, wishes: Wishes): Missing[] {
  const { sending, upload } = coming;
  const missing: Missing[] = [];
  const images = imagesMissing(coming);
  if (images) missing.push(images);
  const ready = upload?.state === 'ready' && sending.complete !== false;
  if (ready && !meantSeries(coming, wishes)) missing.push('series');
  if (!wishes.confirmed) missing.push('confirm');
  if ([...wishes.title.trim()].length > TITLE_LONGEST) missing.push('title');
  return missing;
}

function imagesMissing({ sending, upload }: Coming): Missing | null {
  const { rows } = sending;
  if (rows.some(({ state }) => state === 'failed')) return 'failed';
  if (rows.some(({ state }) => state === 'missing')) return 'again';
  if (rows.some(({ state }) => state === 'sending' || state === 'paused' || state === 'sorting')) return 'uploading';
  if (upload?.state === 'refused') return 'refused';
  if (upload?.state === 'ready') return null;
  if (upload?.state === 'checking' || sending.complete) return 'checking';
  return 'images';
}

/** The order itself: what is missing, and the one button. */
export function useOrder(coming: Coming, wishes: Wishes) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const missing = missingOf(coming, wishes);
  const start = async () => {
    if (missing.length > 0 || busy || !coming.upload) return;
    setBusy(true);
    setError(null);
    const { confirmed, title, filmSeries, purpose, template, aspect, series: _, ...rest } = wishes;
    try {
      const made = (await taken(
        api.POST('/api/productions', {
          body: {
            ...rest,
            template: aspect ? `${template}/${aspect}` : template,
            upload: coming.upload.id,
            confirmedNoIdentity: confirmed,
            series: meantSeries(coming, wishes),
            title: title.trim() || null,
            filmSeries: filmSeries.trim() || null,
            purpose: purpose === 'unknown' ? null : purpose,
          },
        }),
      )) as { id: string };
      letGo();
      router.push(`/productions/${made.id}`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { missing, busy, error, start: () => void start() };
}
