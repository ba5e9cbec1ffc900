import type { Lang } from '../../../src/card.js';
import type { Player } from '../company.js';
import type { Known } from './desk.js';
import { steps, type Move } from './guide-steps.js';
import { useKept } from './kept.js';
import { nameOf } from './view.js';
import type { Weekly } from './zone.js';
import type { Words } from './wording.js';

type Props = { known: Known; me: Player; lang: Lang; say: Words; make(move: Move): void };

export function Guide({ known, me, lang, say, make }: Props) {
  const [ticked, setTicked] = useKept<Record<string, boolean>>('guide', {});
  const count = steps.filter((step) => ticked[step.id]).length;
  const first = steps.find((step) => !ticked[step.id])?.id;

  return (
    <aside className="guide" aria-label={say.guide}>
      <h2>{say.guide}</h2>
      <progress max={steps.length} value={count} aria-label={say.done(count, steps.length)} />
      <p className="hint">{say.guideIntro}</p>
      <ol>
        {steps.map((step, number) => (
          <li key={step.id} data-done={ticked[step.id] ?? false}>
            <details open={step.id === first}>
              <summary>
                <input
                  type="checkbox"
                  aria-label={step.title[lang]}
                  checked={ticked[step.id] ?? false}
                  onChange={(event) => setTicked({ ...ticked, [step.id]: event.target.checked })}
                />
                <span>
                  {number + 1}. {step.title[lang]}
                </span>
              </summary>
              <ol>
                {step.moves.map((move) => (
                  <li key={move.text.en}>
                    <p>{move.text[lang]}</p>
                    <MoveButton {...{ known, me, lang, say, move }} make={() => make(move)} />
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ol>
    </aside>
  );
}

function jumpName(jump: number | Weekly, lang: Lang, say: Words): string {
  if (typeof jump === 'number') return say.hours(jump);
  // 4 January 1970 was a Sunday.
  const day = new Date(Date.UTC(1970, 0, 4 + jump.day));
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  return `${name.format(day)} ${jump.time.replace(/^0/, '')}`;
}

function MoveButton({ known, me, lang, say, move, make }: Omit<Props, 'make'> & { move: Move; make(): void }) {
  if (!move.be) return null;
  const where = move.channel
    ? known.channels.find((each) => each.platform === move.on)?.name
    : move.on && (move.on === 'play-slack' ? say.inSlack : say.inTeams);
  return (
    <button type="button" className="move" onClick={make} aria-current={move.be === me.id ? 'true' : undefined}>
      <span className="as">
        {[nameOf(known, move.be), where, move.jump && jumpName(move.jump, lang, say)].filter(Boolean).join(' · ')}
      </span>
      {move.say && <q>{move.say[lang]}</q>}
    </button>
  );
}
