import { useEffect, useRef, useState } from 'react';
import type { Lang } from '../../../src/card.js';
import type { Player } from '../company.js';
import { countedIn, steps, type Move } from './guide-steps.js';
import type { Desk, Known } from './desk.js';
import { nameOf } from './view.js';
import type { Words } from './wording.js';
import type { Weekly } from './zone.js';

type Props = {
  desk: Desk;
  known: Known;
  me: Player;
  lang: Lang;
  say: Words;
  /** On a phone, whether it is what is looked at. */
  isShown: boolean;
  make(move: Move): void;
};

/** The tour: it ticks itself as its moves are made, by whomever, and shows the one that is next. */
export function Guide({ desk, known, me, lang, say, isShown, make }: Props) {
  const isOver = ({ id }: Move) => known.tour.done.includes(id);
  const isDone = (step: (typeof steps)[number]) => countedIn(step).every(isOver);
  const count = steps.filter(isDone).length;
  const open = steps.find((step) => !isDone(step));
  const next = open && countedIn(open).find((move) => !isOver(move));
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [next?.id, isShown]);

  return (
    <aside className="guide" aria-label={say.guide}>
      <h2>{say.guide}</h2>
      <progress max={steps.length} value={count} aria-label={say.done(count, steps.length)} />
      <p className="hint">{say.guideIntro}</p>
      <ol>
        {steps.map((step, number) => (
          <li key={step.id} data-done={isDone(step)}>
            <details open={step === open}>
              <summary>
                <input
                  type="checkbox"
                  aria-label={step.title[lang]}
                  title={say.skip}
                  checked={isDone(step)}
                  onChange={(event) => void desk.toured({ step: step.id, done: event.target.checked })}
                />
                <span>
                  {number + 1}. {step.title[lang]}
                </span>
              </summary>
              <ol>
                {step.moves.map((move) => (
                  <li
                    key={move.id}
                    ref={move === next ? current : undefined}
                    data-over={isOver(move)}
                    aria-current={move === next ? 'step' : undefined}
                  >
                    <p>{move.text[lang]}</p>
                    <MoveButton {...{ known, me, lang, say, move }} make={() => make(move)} />
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ol>
      {!open && <p className="hint">{say.tourOver}</p>}
      <Year {...{ desk, known, say }} />
    </aside>
  );
}

/** The way to the company with half a year behind it; in that one, what to look at. */
function Year({ desk, known, say }: Pick<Props, 'desk' | 'known' | 'say'>) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  if (!known.offersYear) return <p className="hint">{say.yearHere}</p>;

  async function open() {
    setState('busy');
    await desk.openYear().then(
      (address) => location.assign(address),
      () => setState('failed'),
    );
  }
  return (
    <section className="year" aria-label={say.year}>
      <h3>{say.year}</h3>
      <p className="hint">{say.yearHint}</p>
      <button type="button" className="move" disabled={state === 'busy'} onClick={() => void open()}>
        {state === 'busy' ? say.openingYear : say.openYear}
      </button>
      {state === 'failed' && (
        <p className="problem" role="alert">
          {say.failed}
        </p>
      )}
    </section>
  );
}

function jumpName(jump: number | Weekly, lang: Lang, say: Words): string {
  if (typeof jump === 'number') return say.hours(jump);
  // 4 January 1970 was a Sunday.
  const day = new Date(Date.UTC(1970, 0, 4 + jump.day));
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  return `${name.format(day)} ${jump.time.replace(/^0/, '')}`;
}

function MoveButton({
  known,
  me,
  lang,
  say,
  move,
  make,
}: Omit<Props, 'desk' | 'isShown' | 'make'> & { move: Move; make(): void }) {
  if (!move.be) return null;
  const where = move.channel
    ? known.channels.find((each) => each.platform === move.on)?.name
    : move.on && (move.on === 'play-slack' ? say.inSlack : say.inTeams);
  return (
    <button
      type="button"
      className="move"
      onClick={make}
      disabled={known.jumping}
      data-me={move.be === me.id ? true : undefined}
    >
      <span className="as">
        {[nameOf(known, move.be), where, move.jump && jumpName(move.jump, lang, say)].filter(Boolean).join(' · ')}
      </span>
      {move.say && <q>{move.say[lang].replace('{ticket}', known.tour.ticket)}</q>}
    </button>
  );
}
