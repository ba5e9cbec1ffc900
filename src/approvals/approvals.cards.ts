/** How an approval looks on the cards of what it decides about. Pure. */
import { type Card, type Part, person, type Span, type Text, type Tone } from '../card.js';
import type { Audience } from '../history.js';
import type { Wording } from '../language/wording.js';
import type { Approvable } from './approvable.js';
import { type Approval, awaited, type Decision, openStep, type Step } from './approval.js';
import { askButton, discussion } from './discussion.js';
import type { Approver } from './routes.js';

export const REQUESTER = 'requester';

type ApproverCard = { name: string; to: Audience; step: Step; approver: Approver };

/** One card for each approver of each step that was ever opened; it stays when the step is decided. */
const approverCards = (approval: Approval): ApproverCard[] =>
  approval.steps
    .filter((step) => step.opened)
    .flatMap((step) =>
      step.approvers.map((approver) => ({
        name: `approver-${step.key}-${approver.id}`,
        to: `person:${approver.id}` as const,
        step,
        approver,
      })),
    );

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
  ...approverCards(approval).map(({ name, to }) => ({ name, to })),
];

/** Which of these cards is a person's own; undefined for whoever has no part in it. */
export function ownCard(
  { requester, approval }: Pick<Approvable, 'requester' | 'approval'>,
  one: string,
): string | undefined {
  if (requester.id === one) return REQUESTER;
  return approverCards(approval).findLast(({ approver }) => approver.id === one)?.name;
}

/** What the card of that name shows of the approval: to an approver their turn, to everybody else the route. */
export function approvalParts(record: Approvable, name: string, say: Wording): Part[] {
  const { approval } = record;
  const mine = approverCards(approval).find((each) => each.name === name);
  return mine
    ? approverParts(record, mine, say)
    : [...discussion(record), ...routeOf(approval, say), ...unreached(record, say), ...rejection(approval, say)];
}

/** The route so far: who is asked, who decided, when. */
export const routeOf = (approval: Approval, say: Wording): Part[] =>
  approval.steps.length === 0
    ? []
    : [
        {
          kind: 'progress',
          steps: approval.steps.map((step) => ({ label: stepLabel(step, say), state: progressOf[step.state] })),
        },
      ];

/** Approvers whom no chat could reach, so that somebody tells them by other means. */
function unreached({ approval, unreachable }: Approvable, say: Wording): Part[] {
  const silent = awaited(approval).filter(({ id }) => unreachable.includes(id));
  return silent.length > 0 ? [{ kind: 'note', text: say.approvals.unreached(silent) }] : [];
}

const progressOf = { waiting: 'next', open: 'now', approved: 'done', rejected: 'failed', skipped: 'next' } as const;

function stepLabel(step: Step, say: Wording): Text {
  const words = say.approvals;
  const quorum = step.need > 1 ? words.ofNeed(step.decisions.length, step.need) : '';
  const head = `${words.step(step.label)}${quorum}: `;
  if (step.state === 'skipped' && step.decisions.length === 0) return [head, words.skipped];
  if (step.decisions.length > 0) return [head, ...between(step.decisions.map((one) => decisionText(one, say)))];
  return [
    head,
    ...between(
      step.approvers.filter(({ over }) => !over).map((one) => approverText(one, say)),
      words.or,
    ),
  ];
}

const between = (texts: readonly Text[], separator = '; '): Span[] =>
  texts.flatMap((text, at) => (at === 0 ? [...text] : [separator, ...text]));

const approverText = (one: Approver, say: Wording): Text => [
  person(one),
  ...(one.onBehalfOf ? [say.approvals.onBehalfOf, person(one.onBehalfOf)] : []),
  ...(one.insteadOf ? [say.approvals.insteadOf, person(one.insteadOf)] : []),
];

const decisionText = (one: Decision, say: Wording): Text => [
  person(one.by),
  ...(one.onBehalfOf ? [say.approvals.onBehalfOf, person(one.onBehalfOf)] : []),
  ' ',
  say.approvals.verdict[one.verdict],
  ...say.approvals.decidedAt(one.at),
];

/** Why it was rejected, in the words of who rejected it, or that it ended without a decision. */
export function rejection(approval: Approval, say: Wording): Part[] {
  if (approval.state === 'void') return [{ kind: 'text', text: say.approvals.left(approval.requester) }];
  const decision = approval.steps.flatMap(({ decisions }) => decisions).find(({ verdict }) => verdict === 'rejected');
  return decision?.reason ? [{ kind: 'quote', text: decision.reason, by: decision.by, at: decision.at }] : [];
}

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
    ...(turn && approval.expire ? [{ label: words.decideBy, value: words.expiresAt(approval.expire) }] : []),
  ];
  return [
    ...discussion(record),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...routeOf(approval, say),
    ...rejection(approval, say),
    ...(turn ? [decisionButtons(subject, approval, step.key, say)] : []),
  ];
}

/** Tells an approval from that of another record of the same number, as after an older copy of the store was restored. */
export const markOf = ({ steps }: Approval): string =>
  Math.min(...steps.flatMap(({ opened }) => (opened ? [opened.getTime()] : []))).toString(36);

type ButtonsPart = Extract<Part, { kind: 'buttons' }>;

export function decisionButtons(subject: string, approval: Approval, step: string, say: Wording): ButtonsPart {
  const of = markOf(approval);
  return {
    kind: 'buttons',
    buttons: [
      { label: say.approvals.approve, tone: 'primary', does: { do: 'approve', subject, step, of } },
      {
        label: say.approvals.reject,
        tone: 'danger',
        does: { do: 'show-form', draft: { do: 'reject', subject, step, of } },
      },
      askButton(subject, say),
    ],
  };
}

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
