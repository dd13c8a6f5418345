'use client';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { shortDigest } from '../state/digest.ts';
import { type Language, words } from '../words/words.ts';
import button from './button.module.css';
import card from './card.module.css';
import { Icon } from './icons.tsx';
import { post, type Refusal } from './post.ts';
import { Refused } from './refused.tsx';
import css from './sign-panel.module.css';

export interface ToSign {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  /** What the digest covers, in words. */
  readonly covers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly may: 'decide' | 'return-only' | 'read';
}

/**
 * What a physician signs, and the two ways to decide. The digest that goes out is the one of the version that was on
 * the page when it was read: when a newer one arrives, both ways are shut until it is looked at.
 */
export function SignPanel({ toSign, language }: { toSign: ToSign; language: Language }): ReactElement {
  const all = words(language);
  const [read, setRead] = useState(toSign.digest);
  const [seen, setSeen] = useState(false);
  const changed = read !== toSign.digest;
  const look = () => {
    setRead(toSign.digest);
    setSeen(false);
    document.getElementById('script')?.scrollIntoView();
  };
  return (
    <section className={card.card} aria-labelledby="sign">
      <div className={card.head}>
        <h2 id="sign">{all.sign.title}</h2>
      </div>
      <div className={card.body}>
        <p className={css.digest}>
          <Icon name="print" size={20} />
          <span className="said">{all.sign.digest}</span>
          <code>{shortDigest(read)}</code>
          {!changed && (
            <span className={css.same}>
              <Icon name="check" size={14} />
              {all.sign.same}
            </span>
          )}
        </p>
        <dl className={css.covers}>
          {toSign.covers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <details className={css.whole}>
          <summary>{all.sign.wholeDigest}</summary>
          <code>{read}</code>
        </details>
        <p className={css.voids}>{all.sign.voids}</p>
        {changed ? (
          <div className={css.changed} role="alert">
            <p>{all.sign.changed(toSign.version)}</p>
            <button className={button.button} type="button" onClick={look}>
              {all.sign.lookAgain}
            </button>
          </div>
        ) : (
          <Decide toSign={toSign} digest={read} seen={seen} onSeen={setSeen} language={language} />
        )}
      </div>
    </section>
  );
}

function Decide(props: {
  toSign: ToSign;
  digest: string;
  seen: boolean;
  onSeen: (seen: boolean) => void;
  language: Language;
}): ReactElement {
  const { toSign, digest, seen, onSeen, language } = props;
  const all = words(language);
  const router = useRouter();
  const [comment, setComment] = useState('');
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (toSign.may === 'read') return <p className={css.reason}>{all.sign.onlyPhysician}</p>;
  const send = async (decision: 'approve' | 'request-changes') => {
    setSending(true);
    const refused = await post(`/api/productions/${toSign.id}/decision`, {
      decision,
      digest,
      comment: decision === 'approve' ? '' : comment,
    });
    setSending(false);
    setRefusal(refused);
    // Also after a refusal: the version on the page may be the reason.
    router.refresh();
  };
  return (
    <div className={css.decide} aria-busy={sending}>
      {toSign.may === 'decide' ? (
        <>
          <label className={css.seen}>
            <input type="checkbox" checked={seen} onChange={(event) => onSeen(event.target.checked)} />
            {all.sign.seen(toSign.version)}
          </label>
          <button
            className={button.main}
            type="button"
            disabled={!seen || sending}
            aria-describedby={seen ? undefined : 'why-not'}
            onClick={() => void send('approve')}
          >
            {sending ? all.sign.sending : all.sign.approve(toSign.version)}
          </button>
          {!seen && (
            <p className={css.why} id="why-not">
              {all.sign.tickFirst}
            </p>
          )}
        </>
      ) : (
        <p className={css.reason}>{all.sign.ownScript}</p>
      )}
      <label className={css.comment}>
        {all.sign.comment}
        <textarea rows={3} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <button className={button.button} type="button" disabled={sending} onClick={() => void send('request-changes')}>
        <Icon name="back" />
        {all.sign.requestChanges}
      </button>
      {refusal && <Refused refusal={refusal} language={language} />}
    </div>
  );
}
