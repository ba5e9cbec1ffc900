import { code, type Card, type Text, type Viewer } from '../card.js';
import type { Event, Recorded } from '../history.js';
import type { Directory } from '../people.js';
import type { Wording } from '../language/wording.js';
import { chain } from './audit.js';
import { sentence } from './lines.js';

/** Events on one card: both platforms show this many whole, even when each carries two long texts. */
const PAGE = 10;
/** Hex digits of a link that are shown: 64 bits, beyond what can be forged by trying. */
const SHORT = 16;

const short = (link: string) => link.slice(0, SHORT);

/** What a page of a trail shows: the latest events before one of them (counted from 1), or of all. */
export function pageOf(history: readonly Event[], before: number | undefined): { start: number; events: Event[] } {
  const end = Math.min((before ?? Infinity) - 1, history.length);
  const start = Math.max(0, end - PAGE);
  return { start, events: history.slice(start, end) };
}

/** @param page with its events as they may be read; without them, only who did what, and when. */
export function auditCard(
  record: Recorded,
  page: { start: number; events: readonly Event[] | undefined },
  directory: Directory,
  viewer: Viewer,
  say: Wording,
): Card {
  const { history } = record;
  const { start, events } = page;
  const links = chain(history);
  const shown = events ?? history.slice(start, start + PAGE);
  const head = links.at(-1);
  return {
    for: viewer,
    title: say.audit.title(record._id),
    status: { text: say.audit.events(history.length), tone: 'neutral' },
    parts: [
      ...(events ? [] : [{ kind: 'note' as const, text: say.audit.concealed }]),
      {
        kind: 'list',
        ordered: false,
        items: shown.map((event, index) =>
          sentence(event, start + index + 1, events !== undefined, { directory, viewer, say }),
        ),
      },
      ...(start > 0
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                { label: say.audit.earlier, does: { do: 'audit' as const, record: record._id, before: start + 1 } },
              ],
            },
          ]
        : []),
      {
        kind: 'note',
        text: [...say.audit.zone(viewer.zone), ' ', ...(head ? say.audit.links : [])].concat(
          shown.flatMap((event, index) => link(event, start + index + 1, links[start + index]!, events !== undefined)),
        ),
      },
      ...(head
        ? [{ kind: 'note' as const, text: [...say.audit.head(short(head), history.length), '. ', ...say.audit.howTo] }]
        : []),
    ],
  };
}

/** The link of an event, and the delivery that brought it. */
const link = ({ origin }: Event, number: number, hash: string, isOpen: boolean): Text => [
  `${number} `,
  code(short(hash)),
  ...(isOpen && origin ? [' ', code(origin)] : []),
  '; ',
];
