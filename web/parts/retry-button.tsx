'use client';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { type Language, words } from '../words/words.ts';
import button from './button.module.css';
import { post, type Refusal } from './post.ts';
import { Refused } from './refused.tsx';

/** The one filled action of a failed production. What it costs stands beside it. */
export function RetryButton(props: { id: string; label: string; language: Language }): ReactElement {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const retry = async () => {
    setSending(true);
    const refused = await post(`/api/productions/${props.id}/rerender`, {});
    setSending(false);
    setRefusal(refused);
    if (!refused) router.refresh();
  };
  return (
    <>
      <button className={button.main} type="button" disabled={sending} onClick={() => void retry()}>
        {sending ? words(props.language).sign.sending : props.label}
      </button>
      {refusal && <Refused refusal={refusal} language={props.language} />}
    </>
  );
}
