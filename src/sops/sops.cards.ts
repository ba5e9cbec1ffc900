import { prose } from '../prose.js';
import { bold, moment, person, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Directory, Person } from '../people.js';
import type { Wording } from '../language/wording.js';
import { isOverdue, type Sop } from './sops.js';
import type { Acknowledgement } from './sops.store.js';

/** As many buttons and names as a card stays readable with. */
const MOST_BUTTONS = 10;
const MOST_NAMES = 30;

/** A document, and whether the reader is to confirm it or has done so. */
export type Listed = { sop: Sop; toRead: boolean; readAt?: Date };

const listed = ({ sop, toRead, readAt }: Listed, say: Wording): Text => [
  bold(sop.title),
  ` · ${say.sops.type[sop.type]} · ${say.sops.version(sop.version)}`,
  ...(readAt ? [` · ${say.sops.read}`] : toRead ? [' · ', bold(say.sops.toRead)] : []),
];

/** @param words what was looked for; without them it is the list of all. */
export function listCard(documents: readonly Listed[], words: string, viewer: Viewer, say: Wording): Card {
  const shown = documents.slice(0, MOST_BUTTONS);
  const rest = documents.length - shown.length;
  const intro = documents.length > 0 ? say.sops.listIntro : words ? say.sops.notFound : say.sops.nothing;
  const buttons = [
    ...shown.map(({ sop }) => ({ label: sop.title, does: { do: 'show-sop' as const, sop: sop.id } })),
    ...(words ? [{ label: say.sops.all, does: { do: 'find-sop' as const } }] : []),
  ];
  const parts: Part[] = [{ kind: 'text', text: intro }];
  if (shown.length > 0)
    parts.push({ kind: 'list', ordered: false, items: shown.map((document) => listed(document, say)) });
  if (rest > 0) parts.push({ kind: 'note', text: say.sops.more(rest) });
  if (buttons.length > 0) parts.push({ kind: 'buttons', buttons });
  return { for: viewer, title: words ? say.sops.foundTitle(words.slice(0, 60)) : say.sops.listTitle, parts };
}

type Reading = {
  /** ISO date */
  today: string;
  directory: Directory;
  viewer: Viewer;
  say: Wording;
  /** The older version whose button brought the reader here. */
  replaces?: number;
  /** It has just been read. */
  recorded?: true;
};

export function sopCard(document: Listed, { today, directory, viewer, say, replaces, recorded }: Reading): Card {
  const { sop, toRead, readAt } = document;
  const named = (id: string): Text => [person(directory.person(id) ?? { id, name: id })];
  const note = (text: Text): Part[] => [{ kind: 'note', text }];
  const confirm: Part = {
    kind: 'buttons',
    buttons: [
      {
        label: say.sops.haveRead(sop.version),
        does: { do: 'acknowledge-sop', sop: sop.id, version: sop.version },
        tone: 'primary',
      },
    ],
  };
  return {
    for: viewer,
    title: sop.title,
    ...statusOf(document, today, say),
    ...(toRead && !readAt ? { passing: true as const } : {}),
    parts: [
      ...(recorded && readAt
        ? [{ kind: 'text' as const, text: say.sops.recorded(sop.title, sop.version, readAt) }]
        : []),
      ...(replaces ? [{ kind: 'text' as const, text: say.sops.newer(replaces, sop.version) }] : []),
      {
        kind: 'facts',
        facts: [
          { label: say.sops.kind, value: [say.sops.type[sop.type]] },
          { label: say.sops.versionLabel, value: [String(sop.version)] },
          { label: say.sops.owner, value: named(sop.owner) },
          { label: say.sops.reviewer, value: named(sop.reviewer) },
          { label: say.sops.effective, value: [sop.effective] },
          { label: say.sops.review, value: [sop.review] },
        ],
      },
      ...note(say.sops.changed(sop.changes)),
      ...prose(sop.body),
      ...(sop.language === viewer.lang ? [] : note(say.sops.otherLanguage)),
      ...(readAt ? (recorded ? [] : note(say.sops.readOn(sop.version, readAt))) : toRead ? [confirm] : []),
    ],
  };
}

function statusOf({ sop, toRead, readAt }: Listed, today: string, say: Wording): Pick<Card, 'status'> {
  if (isOverdue(sop, today)) return { status: { text: say.sops.overdue, tone: 'warning' } };
  if (readAt) return { status: { text: say.sops.read, tone: 'good' } };
  return toRead ? { status: { text: say.sops.toRead, tone: 'info' } } : {};
}

export function statusCard(
  sop: Sop,
  audience: readonly Person[],
  read: readonly Acknowledgement[],
  viewer: Viewer,
  say: Wording,
): Card {
  const readAt = new Map(read.map((each) => [each.person, each.at]));
  const have = audience.filter(({ id }) => readAt.has(id));
  const lack = audience.filter(({ id }) => !readAt.has(id));
  const names = (title: string, people: readonly Person[]): Part[] => {
    if (people.length === 0) return [];
    const items: Text[] = people.slice(0, MOST_NAMES).map((each) => {
      const at = readAt.get(each.id);
      return at ? [`${each.name} · `, moment(at)] : [each.name];
    });
    if (people.length > MOST_NAMES) items.push([say.sops.othersMissing(people.length - MOST_NAMES)]);
    return [
      { kind: 'text', text: [bold(title)] },
      { kind: 'list', ordered: false, items },
    ];
  };
  return {
    for: viewer,
    title: say.sops.statusTitle(sop.title),
    status: {
      text: say.sops.count(have.length, audience.length, sop.version),
      tone: lack.length === 0 ? 'good' : 'warning',
    },
    parts: [...names(say.sops.missing, lack), ...names(say.sops.read, have)],
  };
}
