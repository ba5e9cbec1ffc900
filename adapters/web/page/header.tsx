import { useEffect, useRef, useState } from 'react';
import type { Lang } from '../../../src/card.js';
import type { Player } from '../company.js';
import type { Desk, Known } from './desk.js';
import { timeOf } from './view.js';
import type { Words } from './wording.js';
import { localOf, momentOf, next } from './zone.js';

type Props = { desk: Desk; known: Known; me: Player; lang: Lang; say: Words; setLang(lang: Lang): void };

export function Header({ desk, known, me, lang, say, setLang }: Props) {
  return (
    <header className="top">
      <h1>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M9.5 8H16a8 8 0 0 1 0 16H9.5z" />
        </svg>
        Deskhand <span>{say.playground}</span>
      </h1>
      <Clock {...{ desk, known, me, lang, say }} />
      <button type="button" className="language" onClick={() => setLang(lang === 'en' ? 'zh' : 'en')}>
        {say.language}
      </button>
    </header>
  );
}

function Clock({ desk, known, me, lang, say }: Omit<Props, 'setLang'>) {
  const [, tick] = useState(0);
  const [problem, setProblem] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const busy = known.jumping;
  const now = new Date(Date.now() + known.ahead);

  async function jump(how: { by: number } | { to: string; zone: string }) {
    setProblem('');
    await desk.jump(how).catch((error: Error) => setProblem(error.message));
  }
  function choose() {
    chosen.current!.value = localOf(new Date(now.getTime() + 24 * 3_600_000), me.zone);
    dialog.current!.showModal();
  }
  function jumpTo(to: string) {
    if (!to || momentOf(to, me.zone) <= now) return setProblem(say.onlyForward);
    dialog.current?.close();
    void jump({ to, zone: me.zone });
  }

  return (
    <section className="clock" aria-label={say.clock} aria-busy={busy}>
      <time dateTime={now.toISOString()} title={`${say.clock} · ${me.zone}`}>
        <b>{timeOf(now, me, lang, { hour: '2-digit', minute: '2-digit' })}</b>
        <small>
          {busy
            ? say.jumping
            : timeOf(now, me, lang, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })}
        </small>
      </time>
      <div className="jumps">
        {[1, 4].map((hours) => (
          <button key={hours} type="button" disabled={busy} onClick={() => void jump({ by: hours * 3_600_000 })}>
            {say.hours(hours)}
          </button>
        ))}
        <button
          type="button"
          disabled={busy}
          title={say.mondayHint}
          onClick={() => void jump({ to: next({ day: 1, time: '09:00' }, now, me.zone), zone: me.zone })}
        >
          {say.monday}
        </button>
        <button type="button" disabled={busy} onClick={choose}>
          {say.chooseTime}
        </button>
      </div>
      <dialog ref={dialog} className="small" onClose={() => setProblem('')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            jumpTo(chosen.current!.value);
          }}
        >
          <label>
            {say.jumpTo}
            <input ref={chosen} type="datetime-local" required />
          </label>
          <p className="hint">{me.zone}</p>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <div className="ends">
            <button type="button" onClick={() => dialog.current?.close()}>
              {say.cancel}
            </button>
            <button type="submit" className="primary">
              {say.jump}
            </button>
          </div>
        </form>
      </dialog>
    </section>
  );
}
