/** What was asked, in every channel, what the desk answered, and how it ended. Pure. */
import { bold, code, moment, type Button, type Card, type Span, type Text, type Viewer } from '../card.js';
import type { Band, Week } from '../language/answers/sentences.js';
import type { Wording } from '../language/wording.js';
import type { Question } from './answers.store.js';

export const BANDS: readonly Band[] = ['sure', 'choices', 'none'];

/** A question as agents may read it. */
export type Logged = Pick<Question, '_id' | 'at' | 'band' | 'helped' | 'meant'> & {
  words: string;
  /** What was offered, the best first; of what is no longer there, its id. */
  offered: readonly { title: string; confidence: number; wasRead: boolean }[];
  ticket?: string | undefined;
};

/** @param only the kind of answer that is listed; without it, all. @param earlier from where the next page goes on. */
export function logCard(
  { rows, week, only, earlier }: { rows: readonly Logged[]; week: Week; only?: Band; earlier?: string | undefined },
  viewer: Viewer,
  say: Wording,
): Card {
  const words = say.answers.log;
  const list = (label: string, band?: Band, before?: string): Button => ({
    label,
    does: { do: 'list-questions', ...(band ? { band } : {}), ...(before ? { before } : {}) },
  });
  return {
    for: viewer,
    title: words.title(only),
    parts: [
      { kind: 'note', text: [words.week(week)] },
      rows.length > 0
        ? { kind: 'list', ordered: false, items: rows.map((row) => line(row, say)) }
        : { kind: 'text', text: words.nothing },
      {
        kind: 'buttons',
        buttons: [
          ...(earlier ? [list(words.earlier, only, earlier)] : []),
          ...(only ? [list(words.all)] : []),
          ...BANDS.filter((band) => band !== only).map((band) => list(words.title(band), band)),
        ],
      },
      { kind: 'note', text: words.howTo },
    ],
  };
}

function line({ _id, at, words, band, offered, helped, meant, ticket }: Logged, say: Wording): Text {
  const log = say.answers.log;
  const ends: string[] = [...(helped ? [log.helped] : []), ...(ticket ? [log.ticket(ticket)] : [])];
  return [
    code(_id),
    ' ',
    moment(at),
    ' ',
    bold(words),
    ` — ${meant ? log.meant(meant.intent, meant.chosen) : log.band[band]}`,
    ...offered.flatMap(({ title, confidence, wasRead }, index): Span[] => [
      index === 0 ? ': ' : ', ',
      log.offered(title, confidence, wasRead && band === 'choices'),
    ]),
    ...ends.map((end) => ` · ${end}`),
  ];
}
