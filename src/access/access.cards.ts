/** Access requests as people see them. Pure. */
import { approvalParts, editButton, remindButton, REQUESTER, withdrawButton } from '../approvals/approvals.cards.js';
import { approvalNotice } from '../approvals/approvals.notices.js';
import { type Button, buttons, type Card, moment, type Part, type Text, type Tone, type Viewer } from '../card.js';
import type { Audience, Event } from '../history.js';
import type { Wording } from '../language/wording.js';
import { OPEN, type AccessRequest, type Listed } from './access.js';
import { isDoneByHand, taskOf } from './by-hand.js';
import { doubtOf } from './doubt.js';

/** The card for people who may see it but have no part in it. */
export const READER = 'reader';

const tones = {
  requested: 'info',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'warning',
  approved: 'info',
  barred: 'danger',
  active: 'good',
  ending: 'warning',
  ended: 'neutral',
} as const satisfies Record<AccessRequest['state'], Tone>;

function statusOf(record: AccessRequest, say: Wording): { text: string; tone: Tone } {
  const text = say.access.state[record.state];
  return doubtOf(record)
    ? { text: say.access.andUnverified(text), tone: 'warning' }
    : { text, tone: tones[record.state] };
}

export function draw(record: AccessRequest, name: string, viewer: Viewer, say: Wording): Card {
  return {
    for: viewer,
    title: say.access.title(record._id, record.title),
    status: statusOf(record, say),
    parts: [
      ...about(record, say),
      ...approvalParts(record, name, say),
      ...(name === REQUESTER ? buttons(...requesterButtons(record, say)) : []),
    ],
  };
}

function about(record: AccessRequest, say: Wording): Part[] {
  const words = say.access;
  const { lease, end, work, state, conflict, bar, exception, meaning, beside = [], extends: former } = record;
  const holds = lease && (state === 'active' || state === 'ending');
  return [
    {
      kind: 'facts',
      facts: [
        { label: words.what, value: [words.name(record.title)] },
        { label: words.who, value: [{ kind: 'person', ...record.requester }] },
        { label: words.howLong, value: [words.duration(record.hours)] },
        ...(record.ticket ? [{ label: words.ticket, value: words.endsWith(record.ticket) }] : []),
        ...(former ? [{ label: words.extends, value: words.extendsUntil(former.id, former.until) }] : []),
        ...(record.notAfter && !holds ? [{ label: words.notAfter, value: [moment(record.notAfter)] }] : []),
        { label: words.risk, value: [words.risks[record.risk]] },
        ...(beside.length > 0 && state === 'requested' ? [{ label: words.beside, value: [words.titles(beside)] }] : []),
        ...(holds ? [{ label: words.until, value: [{ kind: 'time', at: lease.until, as: 'moment' } as const] }] : []),
        ...(end
          ? [
              {
                label: words.endedHow,
                value: [words.ends[end.how], ' · ', { kind: 'time', at: end.at, as: 'moment' } as const],
              },
            ]
          : []),
      ],
    },
    ...(meaning?.description ? [{ kind: 'note', text: [words.name(meaning.description)] } as const] : []),
    ...(meaning && meaning.brings.length > 0 ? [{ kind: 'note', text: words.brings(meaning.brings) } as const] : []),
    { kind: 'quote', text: record.reason, by: record.requester },
    ...(exception ? [{ kind: 'note', text: words.exception(exception) } as const] : []),
    ...(conflict || bar ? [{ kind: 'text', text: barText(record, say) } as const] : []),
    ...handParts(record, say),
    ...doubtNote(record, say),
    ...(work && work.tries > 1 && !taskOf(record)
      ? [{ kind: 'note', text: words.failing(work.tries - 1) } as const]
      : []),
  ];
}

const doubtNote = (record: Listed, say: Wording): Part[] => {
  const doubt = doubtOf(record);
  return doubt ? [{ kind: 'note', text: say.access.unverified[doubt.what](doubt.ticket) }] : [];
};

/** Grants of anybody that are not verified, with their tickets. */
export const doubtParts = (records: readonly Listed[], say: Wording): Part[] =>
  records.length === 0
    ? []
    : [
        { kind: 'text', text: say.access.unverifiedHead },
        ...records.flatMap((record): Part[] => [
          { kind: 'text', text: say.access.theirs(record._id, record.title, record.requester) },
          ...doubtNote(record, say),
          { kind: 'buttons', buttons: [detailsButton(record._id, say)] },
        ]),
      ];

/** What people did by hand, and whom it waits for. */
function handParts(record: AccessRequest, say: Wording): Part[] {
  const words = say.access;
  const task = taskOf(record);
  const { done, checked } = record.hand ?? {};
  const waits = task && !isDoneByHand(task) ? (done ? (task.checker ?? []) : task.hands.people) : [];
  return [
    ...(done ? [{ kind: 'note', text: words.handBy(done.by, done.evidence) } as const] : []),
    ...(checked ? [{ kind: 'note', text: words.handChecked(checked.by) } as const] : []),
    ...(waits.length > 0 ? [{ kind: 'note', text: words.handWaits(waits) } as const] : []),
  ];
}

/** Why it was not granted. */
function barText({ _id, title, requester, conflict, bar }: AccessRequest, say: Wording): Text {
  const words = say.access;
  if (bar?.why === 'unproven') return words.unproven(_id, title, requester);
  if (bar?.why === 'left') return say.approvals.left(requester);
  if (bar?.why === 'ticket') return words.ticketIsOver(bar.by ?? _id);
  if (bar?.why === 'revoked') return words.revokedBefore(bar.by ?? _id);
  return bar ? words.heldBy(bar.by ?? _id) : words.barredBy(conflict ?? _id);
}

function requesterButtons(record: Listed, say: Wording): Button[] {
  if (record.state === 'requested')
    return [
      remindButton(record._id, say),
      editButton({ do: 'edit-request', request: record._id }, say),
      withdrawButton(record._id, say),
    ];
  if (record.state === 'active')
    return [returnButton(record, say), ...(record.lease?.warned ? [extendButton(record, say)] : [])];
  return isClosed(record) ? [askAgain(record, say)] : [];
}

const isClosed = ({ state }: Listed): boolean => !OPEN.some((open) => open === state);

function returnButton({ _id }: Listed, say: Wording): Button {
  const { returnNow, returnTitle, returnText, yes, no } = say.access;
  return {
    label: returnNow,
    does: { do: 'return-access', request: _id },
    confirm: { title: returnTitle, text: returnText, yes, no },
  };
}

const askAgain = ({ _id: again }: Pick<Listed, '_id'>, say: Wording): Button => ({
  label: say.access.askAgain,
  does: { do: 'show-form', draft: { do: 'request-access', again } },
});

const extendButton = (record: Pick<Listed, '_id'>, say: Wording): Button => ({
  ...askAgain(record, say),
  label: say.access.extend,
});

/** What an approver weighs, where many requests are listed. */
export const weighs = ({ risk, hours, reason, requester }: Listed, say: Wording): Part[] => [
  { kind: 'note', text: [`${say.access.risk}: ${say.access.risks[risk]} · ${say.access.duration(hours)}`] },
  { kind: 'quote', text: reason.length > 200 ? `${reason.slice(0, 200).trimEnd()} …` : reason, by: requester },
];

const detailsButton = (request: string, say: Wording): Button => ({
  label: say.approvals.details,
  does: { do: 'show-request', request },
});

/** One line and its buttons in a list of what a person has or has asked for. */
export function listed(record: Listed, say: Wording): Part[] {
  const until = record.state === 'active' ? record.lease?.until : undefined;
  return [
    { kind: 'text', text: say.access.mine(record._id, record.title, say.access.state[record.state], until) },
    ...doubtNote(record, say),
    { kind: 'buttons', buttons: [...requesterButtons(record, say), detailsButton(record._id, say)] },
  ];
}

/** Whether it tells of a grant that has ended since. */
const hasEnded = ({ state }: AccessRequest, { what }: Event): boolean =>
  (what === 'granted' || what === 'warned' || what === 'ticket-over') && (state === 'ending' || state === 'ended');

/** Whether it asks for something by hand that still has to be done. */
const isToDo = (record: AccessRequest, what: 'hand-task' | 'hand-check'): boolean => {
  const task = taskOf(record);
  return task !== undefined && !isDoneByHand(task) && (task.done === undefined) === (what === 'hand-task');
};

/** Whether what it tells is no longer so. */
export const isOver = (record: AccessRequest, event: Event): boolean =>
  hasEnded(record, event) ||
  ((event.what === 'hand-task' || event.what === 'hand-check') && !isToDo(record, event.what));

/** Asks for what is to be done by hand, or to be looked at again, for as long as it is. */
function handNotice(
  record: AccessRequest,
  what: 'hand-task' | 'hand-check',
  card: (heading: string, text: readonly Part[], ...actions: Button[]) => Card,
  say: Wording,
): Card {
  const words = say.access;
  const { _id: request, requester, lease } = record;
  const task = taskOf(record);
  if (!task || !isToDo(record, what) || !lease) return card(words.handOver(request), handParts(record, say));
  const details = detailsButton(request, say);
  if (what === 'hand-task')
    return card(
      words.handTitle(request, task.doing),
      [{ kind: 'text', text: words.handText(task.doing, task.titles, requester, lease.until) }],
      { label: words.handButton, does: { do: 'show-form', draft: { do: 'confirm-access', request } } },
      details,
    );
  return card(
    words.checkTitle(request),
    [{ kind: 'text', text: words.checkText(task.titles, requester, task.done!.by, task.done!.evidence) }],
    { label: words.checkRight, does: { do: 'check-access', request, found: 'right' } },
    { label: words.checkWrong, does: { do: 'check-access', request, found: 'wrong' } },
    details,
  );
}

export function notice(record: AccessRequest, event: Event, to: Audience, viewer: Viewer, say: Wording): Card {
  const words = say.access;
  const { _id: id, title, requester, lease } = record;
  const card = (heading: string, text: readonly Part[], ...actions: Button[]): Card => ({
    for: viewer,
    title: heading,
    status: statusOf(record, say),
    parts: [...text, ...buttons(...actions)],
  });
  const until = lease?.until ?? event.at;
  if (hasEnded(record, event))
    return card(
      words.endedTitle(id),
      [
        {
          kind: 'text',
          text: record.end?.extension ? words.goesOn(title, record.end.extension) : words.noLonger(title),
        },
      ],
      ...requesterButtons(record, say),
    );
  switch (event.what) {
    case 'granted':
      return card(
        words.grantedTitle(id),
        [{ kind: 'text', text: words.granted(title, until) }],
        returnButton(record, say),
      );
    case 'hand-task':
    case 'hand-check':
      return handNotice(record, event.what, card, say);
    case 'warned':
      return card(
        words.warnedTitle(id),
        [{ kind: 'text', text: words.warned(title, until) }],
        returnButton(record, say),
        extendButton(record, say),
      );
    case 'ticket-over':
      return card(
        words.warnedTitle(id),
        [{ kind: 'text', text: words.endsForTicket(title, until, record.ticket ?? '') }],
        returnButton(record, say),
        extendButton(record, say),
      );
    case 'ended':
      return card(words.endedTitle(id), [{ kind: 'text', text: words.ended(title) }], askAgain(record, say));
    case 'barred':
      return card(words.barredTitle(id), [{ kind: 'text', text: barText(record, say) }]);
    case 'unproven':
      return card(words.unprovenTitle(id), [{ kind: 'text', text: barText(record, say) }], {
        label: words.trail,
        does: { do: 'audit', record: id },
      });
    case 'grant-failed':
      return card(words.grantFailedTitle(id), [
        { kind: 'text', text: words.grantFailed(title, requester, record.owner) },
      ]);
    case 'revoke-failed':
      return card(words.revokeFailedTitle(id), [{ kind: 'text', text: words.revokeFailed(title, requester) }]);
    case 'rejected':
    case 'expired': {
      const told = approvalNotice(record, words.name(title), event, to, viewer, say)!;
      return { ...told, parts: [...told.parts, ...buttons(askAgain(record, say))] };
    }
    default:
      return approvalNotice(record, words.name(title), event, to, viewer, say) ?? draw(record, READER, viewer, say);
  }
}
