import { bold, code, type Card, type Text, type Viewer } from '../card.js';
import type { Event, Recorded } from '../history.js';
import type { Directory } from '../people.js';
import type { Rest } from '../long-texts.js';
import type { Wording } from '../language/wording.js';
import { chain } from './audit.js';

/** Events on one card: both platforms show this many whole, even when each carries two long texts. */
const PAGE = 10;
/** Of a long text this much is shown; the chain covers all of it. */
const LONGEST_VALUE = 150;
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
      ...(head ? [{ kind: 'text' as const, text: say.audit.head(short(head), history.length) }] : []),
      ...(events ? [] : [{ kind: 'note' as const, text: say.audit.concealed }]),
      {
        kind: 'list',
        ordered: false,
        items: shown.map((event, index) =>
          line(event, start + index + 1, links[start + index]!, events !== undefined, directory, say),
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
      { kind: 'note', text: say.audit.howTo },
    ],
  };
}

function line(event: Event, number: number, link: string, isOpen: boolean, directory: Directory, say: Wording): Text {
  const { by, at, what, origin } = event;
  // Names, not mentions: nobody is called because their acts are looked at.
  const actor = by === 'desk' ? say.audit.desk : (directory.person(by)?.name ?? by);
  return [
    `${number} · `,
    code(at.toISOString().replace('T', ' ').slice(0, 19)),
    ` · ${actor} · `,
    bold(what),
    ...(isOpen ? details(event, say) : []),
    ...(isOpen && origin ? [' · ', code(origin)] : []),
    ' · ',
    code(short(link)),
  ];
}

/** What the event carries, as it was recorded: reasons, verdicts, texts. */
function details(event: Event, say: Wording): string[] {
  const { whole } = event;
  const data = event.data ?? {};
  const rest = (data['rest'] ?? {}) as Rest;
  return Object.entries(data)
    .filter(([key, value]) => key !== 'rest' && value !== undefined)
    .map(([key, value]) => {
      const long = rest[key];
      if (!long) return ` · ${key}: ${shown(value)}`;
      return ` · ${key}: ${shown(value)} (${whole?.[key] === undefined ? say.audit.altered : say.audit.length(long.length)})`;
    });
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
