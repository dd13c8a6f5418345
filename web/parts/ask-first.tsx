'use client';
import { useRouter } from 'next/navigation';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type Language, words } from '../words/words.ts';
import css from './ask-first.module.css';
import button from './button.module.css';
import { Icon, type IconName } from './icons.tsx';
import { post, type Refusal } from './post.ts';
import { Refused } from './refused.tsx';

/** A quiet button that says what it costs before it does it. Escape and the second button leave everything as it is. */
export function AskFirst(props: {
  path: string;
  label: string;
  icon: IconName;
  danger: boolean;
  question: string;
  yes: string;
  no: string;
  language: Language;
}): ReactElement {
  const { path, label, icon, danger, question, yes, no, language } = props;
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const go = async () => {
    setSending(true);
    const refused = await post(path, {});
    if (!refused) router.refresh();
    if (!alive.current) return;
    setSending(false);
    setRefusal(refused);
    if (!refused) dialog.current?.close();
  };
  return (
    <>
      <button
        className={danger ? button.danger : button.button}
        type="button"
        onClick={() => {
          setRefusal(null);
          dialog.current?.showModal();
        }}
      >
        <Icon name={icon} />
        {label}
      </button>
      <dialog className={css.dialog} ref={dialog} aria-label={label}>
        <p>{question}</p>
        {refusal && <Refused refusal={refusal} language={language} />}
        <div className={css.ways}>
          <button className={button.button} type="button" onClick={() => dialog.current?.close()}>
            {no}
          </button>
          <button
            className={danger ? button.danger : button.main}
            type="button"
            disabled={sending}
            onClick={() => void go()}
          >
            {sending ? words(language).sign.sending : yes}
          </button>
        </div>
      </dialog>
    </>
  );
}
