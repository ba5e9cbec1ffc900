/** What came along from where a ticket was asked for: files, and what else was said there. Pure. */
import { bold, link, moment, type Part, type Span, type Text } from '../card.js';
import type { File } from '../chat.js';
import type { Wording } from '../language/wording.js';
import type { Ticket } from './ticket.js';

/** A Slack message holds 50 blocks, and the timeline needs most of them. */
const SHOWN = 10;
const LONGEST = 200;

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

const fileText = ({ name, size: bytes, url }: File, say: Wording): Span[] => [
  url ? link(name, url) : name,
  ...(bytes === undefined && url
    ? []
    : [` (${[bytes && size(bytes), url ? '' : say.channels.noLink].filter(Boolean).join(', ')})`]),
];

/** Files by name and size, with a link for those that can be opened. */
export function attached(files: readonly File[] | undefined, say: Wording): Part[] {
  if (!files?.length) return [];
  const each = files.flatMap((file, index) => [...(index > 0 ? [', '] : []), ...fileText(file, say)]);
  return [{ kind: 'text', text: [bold(say.channels.files), ...each] }];
}

/** The latest of what else was said in the thread of the message it grew out of. */
export function saidAround({ source }: Ticket, say: Wording): Part[] {
  if (!source?.thread.length) return [];
  const items = source.thread
    .slice(-SHOWN)
    .map(({ by, words, at, files }): Text => [
      moment(at),
      ` ${by}: `,
      words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words,
      ...files.flatMap((file) => [' ', ...fileText(file, say)]),
    ]);
  return [
    { kind: 'text', text: [bold(say.channels.fromThread)] },
    { kind: 'list', ordered: false, items },
  ];
}

/** What the requester asked the desk first, and what became of its answers: for agents. */
export function inquiry({ inquiry: asked, title }: Ticket, say: Wording): Part[] {
  if (!asked) return [];
  const { words, attempts } = asked;
  const told =
    words.trim() === title ? '' : `: ${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words}`;
  return [
    { kind: 'note', text: [bold(say.tickets.asked), told] },
    {
      kind: 'list',
      ordered: false,
      items: attempts.map(({ title: article, how }): Text => [`${article} — ${say.tickets.attempt[how]}`]),
    },
  ];
}
