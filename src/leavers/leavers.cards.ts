/** A departure as administrators and security officers see it. Pure. */
import { type Button, buttons, type Card, type Part, type Text, type Tone, type Viewer } from '../card.js';
import type { Event } from '../history.js';
import { kinds } from '../holdings.js';
import type { Wording } from '../language/wording.js';
import { isLeft, type Leaver, type Row } from './leaver.js';

const tones = {
  proposed: 'warning',
  planned: 'info',
  running: 'warning',
  closed: 'good',
  cancelled: 'neutral',
} as const satisfies Record<Leaver['state'], Tone>;

const LISTED = 8;

function rowText({ id, title, to, done }: Row, { state }: Leaver, { lang }: Viewer, say: Wording): Text {
  const isRunning = state === 'running' || state === 'closed';
  const mark = isRunning ? (done ? '✅ ' : '⏳ ') : '';
  return [mark, ...say.leavers.row(id, typeof title === 'string' ? title : title[lang], to)];
}

/** Each kind with what becomes of it, what is not done yet first. */
function rowParts(leaver: Leaver, viewer: Viewer, say: Wording, only: (row: Row) => boolean = () => true): Part[] {
  const words = say.leavers;
  return kinds.flatMap((kind): Part[] => {
    const rows = leaver.rows.filter((row) => row.kind === kind && only(row));
    if (rows.length === 0) return [];
    const ordered = rows.toSorted((one, other) => Number(isLeft(other)) - Number(isLeft(one)));
    const more = rows.length - LISTED;
    return [
      { kind: 'text', text: words.kind(kind, rows.length) },
      {
        kind: 'list',
        ordered: false,
        items: ordered.slice(0, LISTED).map((row) => rowText(row, leaver, viewer, say)),
      },
      ...(more > 0 ? [{ kind: 'note', text: words.more(more) } as const] : []),
    ];
  });
}

function actions({ _id, state, by, person, bars }: Leaver, say: Wording): Button[] {
  const words = say.leavers;
  const ask = (title: string, text: string, yes: string) => ({ title, text, yes, no: say.tickets.form.cancel });
  const confirm: Button = {
    label: words.confirm,
    tone: 'danger',
    does: { do: 'confirm-leaver', leaver: _id },
    confirm: ask(words.confirmTitle(person.name), words.confirmText, words.confirm),
  };
  const cancel: Button = {
    label: bars && state !== 'planned' ? words.letIn : words.cancel,
    does: { do: 'cancel-leaver', leaver: _id },
    confirm: ask(words.cancelTitle(person.name), words.cancelText, words.yesCancel),
  };
  return [...(state === 'proposed' ? [confirm] : []), ...(by && state !== 'cancelled' ? [cancel] : [])];
}

export function leaverCard(leaver: Leaver, viewer: Viewer, say: Wording): Card {
  const words = say.leavers;
  const { _id, person, state, at, by, confirmed, rows } = leaver;
  const left = rows.filter(isLeft).length;
  const isRunning = state === 'running' || state === 'closed';
  return {
    for: viewer,
    title: words.title(_id, person.name),
    status: { text: words.state[state], tone: tones[state] },
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: words.when, value: state === 'proposed' ? [words.atOnce] : [{ kind: 'time', at, as: 'moment' }] },
          { label: words.by, value: by ? [{ kind: 'person', ...by }] : [words.provider] },
          ...(confirmed ? [{ label: words.confirmedBy, value: [{ kind: 'person', ...confirmed } as const] }] : []),
          ...(isRunning ? [{ label: words.progress, value: [words.done(rows.length - left, rows.length)] }] : []),
        ],
      },
      ...(rows.length === 0 ? [{ kind: 'text', text: words.nothing } as const] : rowParts(leaver, viewer, say)),
      { kind: 'note', text: words.explain[state] },
      ...buttons(...actions(leaver, say)),
    ],
  };
}

/** Told beside the standing card: what is not verified yet, or that all is. */
export function leaverNotice(leaver: Leaver, { what }: Event, viewer: Viewer, say: Wording): Card {
  const words = say.leavers;
  const { _id, person, state, rows } = leaver;
  if (what !== 'leaver-late' && what !== 'leaver-closed') return leaverCard(leaver, viewer, say);
  const isOver = state !== 'running';
  return {
    for: viewer,
    title: isOver ? words.closedTitle(_id, person.name) : words.lateTitle(_id, person.name),
    status: { text: words.state[state], tone: tones[state] },
    parts: [
      ...(isOver
        ? [{ kind: 'text', text: words.closedText(rows.length) } as const]
        : [{ kind: 'text', text: words.lateText } as const, ...rowParts(leaver, viewer, say, isLeft)]),
      ...buttons({ label: words.show, does: { do: 'show-leaver', leaver: _id } }),
    ],
  };
}
