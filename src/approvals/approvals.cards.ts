/** How an approval looks on the cards of what it decides about. Pure. */
import {
  type Button,
  buttons,
  type Card,
  type Part,
  person,
  type Span,
  type Text,
  type Tone,
  type Viewer,
} from '../card.js';
import type { PartialCommand } from '../language/command.js';
import type { Audience } from '../history.js';
import type { Wording } from '../language/wording.js';
import type { Approvable } from './approvable.js';
import {
  type Approval,
  type Asked,
  askedBy,
  awaited,
  type Decision,
  deciders,
  type Difference,
  type Offer,
  openStep,
  type Step,
} from './approval.js';
import { askButton, discussion } from './discussion.js';
import { decidedBefore } from './moves.js';
import { offerMark } from './offers.js';
import type { Revised } from './revision.js';
import type { Approver } from './routes.js';

export const REQUESTER = 'requester';

const approverName = (step: string, person: string) => `approver-${step}-${person}`;
const channelName = (step: string) => `channel-${step}`;
const copyName = (person: string) => `copy-${person}`;

type ApproverCard = { name: string; step: Step; approver: Approver };

/** What each approver of each step that was ever opened sees of it. */
const approverCards = (approval: Approval): ApproverCard[] =>
  approval.steps
    .filter((step) => step.opened)
    .flatMap((step) =>
      step.approvers.map((approver) => ({ name: approverName(step.key, approver.id), step, approver })),
    );

/** The step that a card in a channel asks about; undefined where approvers are asked there no longer. */
const channelStep = ({ delivery, steps }: Approval, name: string): Step | undefined =>
  delivery && steps.find(({ key, opened }) => opened && channelName(key) === name);

const cardOf = (one: Asked): { name: string; to: Audience } =>
  'id' in one
    ? { name: approverName(one.step, one.id), to: `person:${one.id}` }
    : { name: channelName(one.step), to: `group:${one.group}` };

/** How many records are listed: five parts each must fit on one card of any platform. */
const LISTED = 8;

/** The first records of a list, and how many more there are. */
export function listOf<T>(records: readonly T[], lines: (record: T) => readonly Part[], say: Wording): Part[] {
  const more = records.length - LISTED;
  const parts = records.slice(0, LISTED).flatMap(lines);
  return more > 0 ? [...parts, { kind: 'note', text: say.approvals.more(more) }] : parts;
}

const tones = {
  open: 'info',
  approved: 'good',
  rejected: 'danger',
  withdrawn: 'neutral',
  expired: 'warning',
  void: 'neutral',
} as const satisfies Record<Approval['state'], Tone>;

export const approvalStatus = (approval: Approval, say: Wording): NonNullable<Card['status']> => ({
  text: say.approvals.status[approval.state],
  tone: tones[approval.state],
});

/** The cards that stand for a record: the requester's, what else its kind has, and each approver's. */
export const standingOf = (
  { requester, approval }: Pick<Approvable, 'requester' | 'approval'>,
  ...others: { name: string; to: Audience }[]
): { name: string; to: Audience }[] => [
  { name: REQUESTER, to: `person:${requester.id}` },
  ...others,
  ...(approval.copies ?? []).map(({ id }) => ({ name: copyName(id), to: `person:${id}` as const })),
  ...[...askedBy(approval), ...(approval.former ?? [])].map(cardOf),
];

/** Which of these cards is a person's own; undefined for whoever has no part in it. */
export function ownCard(
  { requester, approval }: Pick<Approvable, 'requester' | 'approval'>,
  one: string,
): string | undefined {
  if (requester.id === one) return REQUESTER;
  const copy = approval.copies?.some(({ id }) => id === one) ? copyName(one) : undefined;
  return approverCards(approval).findLast(({ approver }) => approver.id === one)?.name ?? copy;
}

/** What the card of that name shows of the approval: to an approver their turn, to everybody else the route. */
export function approvalParts(record: Approvable, name: string, say: Wording): Part[] {
  const { approval } = record;
  const mine = approverCards(approval).find((each) => each.name === name);
  const shared = channelStep(approval, name);
  if (shared) return channelParts(record, name, shared, say);
  return mine
    ? approverParts(record, mine, say)
    : [
        ...discussion(record),
        ...revisions(approval, say),
        ...offersOf(record, name, say),
        ...routeOf(approval, say),
        ...unreached(record, say),
        ...remarks(approval, say),
      ];
}

/** The route so far: who is asked, who decided, when. */
export const routeOf = (approval: Approval, say: Wording): Part[] =>
  approval.steps.length === 0
    ? approval.auto
      ? [{ kind: 'note', text: say.approvals.auto(approval.auto) }]
      : []
    : [
        {
          kind: 'progress',
          steps: approval.steps.map((step) => ({ label: stepLabel(step, say), state: progressOf[step.state] })),
        },
      ];

/** The route on one line, before it begins. */
export const chainOf = (approval: Approval, say: Wording): Text =>
  between(
    approval.steps.map((step, at) => [
      `${at + 1} `,
      ...stepLabel(step.state === 'open' ? { ...step, state: 'waiting' } : step, say),
    ]),
    ' → ',
  );

const differencesOf = (differences: readonly Difference[], say: Wording): Text[] =>
  differences.map(({ label, from, to }) => [
    `${say.approvals.step(label)}: `,
    ...say.approvals.shown(from),
    ' → ',
    ...say.approvals.shown(to),
  ]);

/** What differs, each on its line. */
export const differenceList = (differences: readonly Difference[], say: Wording): Part => ({
  kind: 'list',
  ordered: false,
  items: differencesOf(differences, say),
});

/** As many of the latest changes as a card shows. */
const REVISIONS = 3;

/** What the requester changed since it was asked for. */
const revisions = ({ revisions: all = [] }: Approval, say: Wording): Part[] =>
  all
    .slice(-REVISIONS)
    .flatMap(({ at, differences, restarts }): Part[] => [
      { kind: 'text', text: say.approvals.changedAt(at, restarts) },
      differenceList(differences, say),
    ]);

/** The conditions that wait for the requester, who accepts each by one press. */
const offersOf = ({ _id: subject, approval }: Approvable, name: string, say: Wording): Part[] =>
  (approval.offers ?? [])
    .filter(({ step }) => step === openStep(approval)?.key)
    .flatMap((one) => [
      ...offerParts(one, say),
      ...(name === REQUESTER ? buttons(acceptButton(subject, one, say)) : []),
    ]);

export const offerParts = ({ by, condition, differences, at }: Omit<Offer, 'wish' | 'step'>, say: Wording): Part[] => [
  { kind: 'text', text: say.approvals.offers(by) },
  differenceList(differences, say),
  { kind: 'quote', text: condition, by, at },
];

export const acceptButton = (subject: string, given: Pick<Offer, 'at'>, say: Wording): Button => ({
  label: say.approvals.accept,
  tone: 'primary',
  does: { do: 'accept-condition', subject, offer: offerMark(given) },
});

/** What changes, and whose decisions no longer count, on one line. */
export const revisionOf = ({ approval, fell }: Revised, say: Wording): Text => [
  ...between(differencesOf(approval.revisions?.at(-1)?.differences ?? [], say)),
  '. ',
  ...say.approvals.falls(fell, deciders(approval).size),
  ' ',
  ...chainOf(approval, say),
];

/** Approvers whom no chat could reach, so that somebody tells them by other means. */
function unreached({ approval, unreachable }: Approvable, say: Wording): Part[] {
  const silent = awaited(approval).filter(({ id }) => unreachable.includes(id));
  const { escalate, expire } = approval;
  return silent.length > 0 ? [{ kind: 'note', text: say.approvals.unreached(silent, { escalate, expire }) }] : [];
}

const progressOf = { waiting: 'next', open: 'now', approved: 'done', rejected: 'failed', skipped: 'next' } as const;

function stepLabel(step: Step, say: Wording): Text {
  const words = say.approvals;
  const quorum = quorumOf(step, say);
  const head = `${words.step(step.label)}${quorum}: `;
  if (step.unneeded) return [head, words.unneeded(words.step(step.unneeded))];
  if (step.state === 'skipped' && step.decisions.length === 0) return [head, words.skipped];
  if (step.decisions.length > 0) return [head, ...between(step.decisions.map((one) => decisionText(one, say)))];
  return [
    head,
    ...between(
      step.approvers.filter(({ over, movedTo }) => !over && !movedTo).map((one) => approverText(one, say)),
      words.or,
    ),
    ...(step.codeless ? words.codeless(step.codeless) : []),
  ];
}

function quorumOf({ need, decisions, state, approvers }: Step, say: Wording): string {
  const words = say.approvals;
  if (state === 'waiting' && approvers.length > 1)
    return words.needs(need, approvers.filter(({ onBehalfOf }) => !onBehalfOf).length);
  return need > 1 ? words.ofNeed(decisions.length, need) : '';
}

const between = (texts: readonly Text[], separator = '; '): Span[] =>
  texts.flatMap((text, at) => (at === 0 ? [...text] : [separator, ...text]));

const approverText = (one: Approver, say: Wording): Text => [
  person(one),
  ...(one.onBehalfOf ? [say.approvals.onBehalfOf, person(one.onBehalfOf)] : []),
  ...(one.away ? say.approvals.awayTill(one.away) : []),
  ...(one.insteadOf ? [say.approvals.insteadOf, person(one.insteadOf)] : []),
  ...(one.because ? [say.approvals.because[one.because]] : []),
  ...(one.addedBy ? [say.approvals.addedBy, person(one.addedBy)] : []),
];

const decisionText = (one: Decision, say: Wording): Text => [
  person(one.by),
  ...(one.onBehalfOf ? [say.approvals.onBehalfOf, person(one.onBehalfOf)] : []),
  ' ',
  say.approvals.verdict[one.verdict],
  ...say.approvals.decidedAt(one.at),
  ...(one.confirmed ? [say.approvals.confirmed(one.confirmed)] : []),
];

/** Why it was rejected, in the words of who rejected it, or that it ended without a decision. */
export function rejection(approval: Approval, say: Wording): Part[] {
  if (approval.state === 'void') return [{ kind: 'text', text: say.approvals.left(approval.requester) }];
  const decision = approval.steps.flatMap(({ decisions }) => decisions).find(({ verdict }) => verdict === 'rejected');
  return decision?.reason ? [{ kind: 'quote', text: decision.reason, by: decision.by, at: decision.at }] : [];
}

/** What was said with the decisions: comments, conditions, why it was returned, why it was rejected. */
export const remarks = (approval: Approval, say: Wording): Part[] => [
  ...approval.steps.flatMap(({ label, sentBack, decisions }): Part[] => [
    ...(sentBack
      ? [
          { kind: 'text', text: say.approvals.sentBackTo(label, sentBack.by) } as const,
          { kind: 'quote', text: sentBack.reason, by: sentBack.by, at: sentBack.at } as const,
        ]
      : []),
    ...decisions.flatMap(({ by, at, comment, condition }): Part[] => [
      ...(comment ? [{ kind: 'quote', text: comment, by, at } as const] : []),
      ...(condition ? [{ kind: 'quote', text: say.approvals.onCondition(condition), by, at } as const] : []),
    ]),
  ]),
  ...rejection(approval, say),
];

/** Until when the approver for whom somebody decides is away. */
export const back = ({ away }: Approver, say: Wording): Text => (away ? say.staffing.awayUntil(away) : []);

/** What only the approver's own card has: for whom they act, until when, and the buttons while it is their turn. */
function approverParts(record: Approvable, mine: ApproverCard, say: Wording): Part[] {
  const { _id: subject, approval } = record;
  const words = say.approvals;
  const { step, approver } = mine;
  const turn = openStep(approval) === step && awaited(approval).includes(approver);
  const facts = [
    ...(approver.onBehalfOf
      ? [{ label: words.actingFor, value: [person(approver.onBehalfOf), ...back(approver, say)] }]
      : []),
    ...(approver.insteadOf ? [{ label: words.standingIn, value: [person(approver.insteadOf)] }] : []),
    ...(turn && approval.expire ? [{ label: words.decideBy, value: deadline(approver, approval.expire, words) }] : []),
    ...(turn ? weighed(approval, say) : []),
  ];
  return [
    ...discussion(record),
    ...revisions(approval, say),
    ...offersOf(record, mine.name, say),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(turn ? paused(step, say) : []),
    ...routeOf(approval, say),
    ...remarks(approval, say),
    ...(turn && step.stepUp ? [{ kind: 'note', text: words.needsCode } as const] : []),
    ...(turn ? [decisionButtons(subject, approval, step.key, say)] : []),
  ];
}

const paused = ({ pauses = [] }: Step, say: Wording): Part[] =>
  pauses.some(({ to }) => !to) ? [{ kind: 'note', text: say.approvals.paused }] : [];

/** What all in a channel read of a step, and the buttons for its approvers while it is their turn. */
function channelParts(record: Approvable, name: string, step: Step, say: Wording): Part[] {
  const { approval } = record;
  const words = say.approvals;
  const turn = openStep(approval) === step;
  const facts = [
    ...(turn && approval.expire ? [{ label: words.decideBy, value: words.expiresAt(approval.expire) }] : []),
    ...(turn ? weighed(approval, say) : []),
  ];
  return [
    ...discussion(record),
    ...revisions(approval, say),
    ...offersOf(record, name, say),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(turn ? paused(step, say) : []),
    ...routeOf(approval, say),
    ...remarks(approval, say),
    ...(turn ? [{ kind: 'note', text: words.onlyApprovers } as const] : []),
    ...(turn && step.stepUp ? [{ kind: 'note', text: words.needsCode } as const] : []),
    ...(turn ? [decisionButtons(record._id, approval, step.key, say)] : []),
  ];
}

/** An approver's own deadline; others may still decide after it until it expires. */
const deadline = ({ by }: Approver, expire: Date, words: Wording['approvals']): Text =>
  by && by < expire ? words.ownDeadline(by, expire) : words.expiresAt(expire);

/** What an approver weighs of the requester, and of what was decided before. */
function weighed({ profile, similar }: Approval, say: Wording): { label: string; value: Text }[] {
  const words = say.approvals;
  const { title, department, manager } = profile ?? {};
  const works: Text = [
    [title && words.step(title), department].filter(Boolean).join(' · '),
    ...(manager ? [words.manager, person(manager)] : []),
  ];
  return [
    ...(title || department || manager ? [{ label: words.worksAs, value: works }] : []),
    ...(similar && similar.approved + similar.rejected > 0
      ? [{ label: words.similar, value: [words.similarCounts(similar)] }]
      : []),
  ];
}

/** The letters of a moment in a mark, for the next decades. */
const MOMENT = 8;

/** Tells an approval from that of another record of the same number, as after an older copy of the store was restored, and from itself before it was changed. */
export const markOf = ({ begun, steps, revisions = [] }: Approval): string => {
  const first = begun?.getTime() ?? Math.min(...steps.flatMap(({ opened }) => (opened ? [opened.getTime()] : [])));
  return first.toString(36) + (revisions.length > 0 ? `z${revisions.length.toString(36)}` : '');
};

/** Whether a mark is of this approval, as it was before its requester changed it. */
export const isEarlier = (mark: string, approval: Approval): boolean =>
  mark.slice(0, MOMENT) === markOf(approval).slice(0, MOMENT);

type ButtonsPart = Extract<Part, { kind: 'buttons' }>;

/** @param next asks for what is next to be decided, after a decision in the inbox. */
export function decisionButtons(
  subject: string,
  approval: Approval,
  step: string,
  say: Wording,
  next?: 'yes',
): ButtonsPart {
  const seat = { subject, step, of: markOf(approval) };
  const decide = { ...seat, ...(next ? { next } : {}) };
  const needsCode = approval.steps.find(({ key }) => key === step)?.stepUp;
  const approve: Button = needsCode
    ? { label: say.approvals.approveByCode, does: { do: 'show-form', draft: { do: 'approve', ...decide } } }
    : { label: say.approvals.approve, does: { do: 'approve', ...decide } };
  return {
    kind: 'buttons',
    buttons: [
      { ...approve, tone: 'primary' },
      {
        label: say.approvals.reject,
        tone: 'danger',
        does: { do: 'show-form', draft: { do: 'reject', ...decide } },
      },
      askButton(subject, say),
      { label: say.approvals.moreOf, does: { do: 'decide-more', ...seat } },
    ],
  };
}

/** What else an approver can do, and what was decided so far. */
export function moreCard(record: Approvable, step: string, viewer: Viewer, say: Wording): Card {
  const { _id: subject, approval } = record;
  const words = say.approvals;
  const seat = { subject, step, of: markOf(approval) };
  const opens = (label: string, draft: PartialCommand): Button => ({ label, does: { do: 'show-form', draft } });
  return {
    for: viewer,
    title: words.moreTitle(subject),
    parts: [
      ...routeOf(approval, say),
      ...remarks(approval, say),
      ...buttons(
        ...(openStep(approval)?.stepUp ? [] : [opens(words.approveWith, { do: 'approve', ...seat })]),
        opens(words.transfer, { do: 'transfer', ...seat }),
        opens(words.addApprover, { do: 'add-approver', ...seat }),
        ...(decidedBefore(approval, step).length > 0 ? [opens(words.sendBack, { do: 'send-back', ...seat })] : []),
        opens(words.copyTo, { do: 'copy-to', subject }),
      ),
    ],
  };
}

export const editButton = (draft: PartialCommand, say: Wording): Button => ({
  label: say.approvals.edit,
  does: { do: 'show-form', draft },
});

export const remindButton = (subject: string, say: Wording): Button => ({
  label: say.approvals.remind,
  does: { do: 'remind-approvers', subject },
});

export const withdrawButton = (subject: string, say: Wording) => ({
  label: say.approvals.withdraw,
  does: { do: 'withdraw' as const, subject },
  confirm: {
    title: say.approvals.withdrawTitle,
    text: say.approvals.withdrawText,
    yes: say.approvals.yes,
    no: say.approvals.no,
  },
});
