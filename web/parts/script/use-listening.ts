'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentencesOf } from '#domain/edit-script';
import { speakerOf } from '#domain/estimate-speech';
import type { Sentence } from '#domain/script';
import { csrfHeaders } from '../../client/api.ts';
import { refusalOf } from '../../client/refusal.ts';
import type { Draft } from './use-draft.ts';

/** Hearing one sentence in the voice of the film. */
export interface Listening {
  /** Which is being spoken or heard. */
  readonly sentence: string | null;
  readonly error: unknown;
  /** Speaks it; heard already, it stops. */
  toggle(sentence: string): void;
}

/** Asks the studio's own engine; what was heard is kept there, and its true length is known from then on. */
export function useListening(id: string, draft: Draft): Listening {
  const queries = useQueryClient();
  const [sentence, setSentence] = useState<string | null>(null);
  const sound = useRef<{ context: AudioContext; source: AudioBufferSourceNode | null } | null>(null);
  const stop = useCallback(() => {
    sound.current?.source?.stop();
    setSentence(null);
  }, []);
  const { mutate, error } = useMutation({
    mutationFn: async (item: Sentence) => {
      setSentence(item.id);
      sound.current ??= { context: new AudioContext(), source: null };
      const { context } = sound.current;
      await context.resume();
      const buffer = await context.decodeAudioData(await spoken(id, item, draft));
      const source = new AudioBufferSourceNode(context, { buffer });
      sound.current.source = source;
      source.connect(context.destination);
      source.onended = () => setSentence((now) => (now === item.id ? null : now));
      source.start();
      if (await draft.flush()) await queries.invalidateQueries({ queryKey: ['script', id, 'preview'] });
    },
    onError: () => setSentence(null),
  });
  useEffect(() => () => void sound.current?.context.close(), []);
  const toggle = useCallback(
    (wanted: string) => {
      const item = sentencesOf(draft.script).find((one) => one.id === wanted);
      const same = sentence === wanted;
      stop();
      if (item && !same) mutate(item);
    },
    [draft.script, mutate, sentence, stop],
  );
  return { sentence, error, toggle };
}

/** @throws Refusal */
async function spoken(id: string, item: Sentence, { script, base }: Draft): Promise<ArrayBuffer> {
  const { text, emphasis, pronunciations } = item;
  const answer = await fetch(`/api/productions/${id}/speech`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...csrfHeaders() },
    body: JSON.stringify({
      sentence: { id: item.id, text, emphasis, pronunciations },
      language: script.language,
      speaker: speakerOf(item, base.speaker),
    }),
  });
  if (!answer.ok) throw await refusalOf(answer);
  return answer.arrayBuffer();
}
