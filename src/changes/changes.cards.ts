/** Changes as people see them. Pure. */
import {
  approvalParts,
  editButton,
  remindButton,
  REQUESTER,
  standingOf,
  withdrawButton,
} from '../approvals/approvals.cards.js';
import { approvalNotice } from '../approvals/approvals.notices.js';
import { bold, type Button, buttons, type Card, moment, type Part, person, type Tone, type Viewer } from '../card.js';
import type { Audience, Event, Glance } from '../history.js';
import type { Wording } from '../language/wording.js';
import type { Change } from './change.js';

/** The card in the group's channel; also what a reader without a part in it is shown. */
export const CHANNEL = 'change';

export const standing = (change: Change): { name: string; to: Audience }[] =>
  standingOf(change, { name: CHANNEL, to: `group:${change.group}` });

const tones = {
  requested: 'info',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'warning',
  approved: 'good',
  'in-progress': 'info',
  done: 'good',
  'rolled-back': 'warning',
} as const satisfies Record<Change['state'], Tone>;

const statusOf = ({ state, overran }: Pick<Change, 'state' | 'overran'>, say: Wording): NonNullable<Card['status']> =>
  state === 'in-progress' && overran
    ? { text: say.changes.overrun, tone: 'danger' }
    : { text: say.changes.state[state], tone: tones[state] };

export function draw(change: Change, name: string, viewer: Viewer, say: Wording): Card {
  return {
    for: viewer,
    title: say.changes.title(change._id, change.title),
    status: statusOf(change, say),
    parts: [
      ...about(change, say),
      ...approvalParts(change, name, say),
      ...(name === REQUESTER ? buttons(...requesterButtons(change, say)) : []),
    ],
  };
}

function about(change: Change, say: Wording): Part[] {
  const words = say.changes;
  const { requester, typeName, risk, starts, ends, plan, rollback, started, finished } = change;
  return [
    {
      kind: 'facts',
      facts: [
        { label: words.who, value: [person(requester)] },
        { label: words.type, value: [words.typeName(typeName)] },
        { label: words.risk, value: [words.risks[risk]] },
        { label: words.window, value: words.span(starts, ends) },
        ...(started ? [{ label: words.startedAt, value: [moment(started)] }] : []),
        ...(finished ? [{ label: words.finishedAt, value: [moment(finished.at)] }] : []),
      ],
    },
    { kind: 'text', text: [bold(words.planHead)] },
    { kind: 'quote', text: plan },
    { kind: 'text', text: [bold(words.rollbackHead)] },
    { kind: 'quote', text: rollback },
    ...(finished ? [{ kind: 'quote', text: finished.summary, by: requester, at: finished.at } as const] : []),
  ];
}

function requesterButtons({ _id: change, state }: Pick<Change, '_id' | 'state'>, say: Wording): Button[] {
  const { start, finish } = say.changes;
  const { askAgain } = say.access;
  const edit = editButton({ do: 'edit-change', change }, say);
  if (state === 'requested') return [remindButton(change, say), edit, withdrawButton(change, say)];
  if (state === 'approved') {
    return [{ label: start, tone: 'primary', does: { do: 'start-change', change } }, edit, withdrawButton(change, say)];
  }
  if (state === 'in-progress') return [finishButton(change, finish)];
  const again: Button = { label: askAgain, does: { do: 'show-form', draft: { do: 'open-change', again: change } } };
  return state === 'rejected' || state === 'expired' || state === 'withdrawn' ? [again] : [];
}

const finishButton = (change: string, label: string): Button => ({
  label,
  tone: 'primary',
  does: { do: 'show-form', draft: { do: 'finish-change', change } },
});

/** What an approver weighs, where many changes are listed. */
export const weighs = ({ risk, starts, ends, plan }: Glance<Change>, say: Wording): Part[] => [
  { kind: 'note', text: [`${say.changes.risk}: ${say.changes.risks[risk]} · `, ...say.changes.span(starts, ends)] },
  { kind: 'quote', text: plan.length > 200 ? `${plan.slice(0, 200).trimEnd()} …` : plan },
];

/** One line and its buttons in a list of a person's changes. */
export function listed(change: Glance<Change>, say: Wording): Part[] {
  const details: Button = { label: say.approvals.details, does: { do: 'show-change', change: change._id } };
  const text = say.changes.mine(change._id, change.title, statusOf(change, say).text, change.starts);
  return [
    { kind: 'text', text },
    { kind: 'buttons', buttons: [...requesterButtons(change, say), details] },
  ];
}

export function notice(change: Change, event: Event, to: Audience, viewer: Viewer, say: Wording): Card {
  const words = say.changes;
  const { _id: id, title, requester, ends } = change;
  const card = (heading: string, text: readonly Part[], actions: Button[] = []): Card => ({
    for: viewer,
    title: heading,
    status: statusOf(change, say),
    parts: [...text, ...buttons(...actions)],
  });
  switch (event.what) {
    case 'started':
      return card(words.startedTitle(id), [{ kind: 'text', text: words.startedBy(requester, event.at) }]);
    case 'done':
    case 'rolled-back':
      return card(words.finishedTitle(id, words.outcomes[event.what]), [
        { kind: 'quote', text: change.finished?.summary ?? '', by: requester, at: event.at },
      ]);
    case 'overran':
      return card(
        words.overranTitle(id),
        [{ kind: 'text', text: words.overran(title, requester, ends) }],
        change.state === 'in-progress' ? [finishButton(id, words.finish)] : [],
      );
    case 'missed':
      return card(words.missedTitle(id), [{ kind: 'text', text: words.missed(title, ends) }]);
    default:
      return approvalNotice(change, title, event, to, viewer, say) ?? draw(change, CHANNEL, viewer, say);
  }
}
