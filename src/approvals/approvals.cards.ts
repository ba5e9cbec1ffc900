/** How an approval looks on the cards of what it decides about. Pure. */
import { type Card, type Form, type Part, person, type Span, type Text, type Tone, type Viewer } from '../card.js';
import { LONGEST_TEXT, type CommandOf } from '../language/command.js';
import type { Audience } from '../history.js';
import type { Wording } from '../language/wording.js';
import { type Approval, awaited, type Decision, openStep, type Step } from './approval.js';
import type { Approver } from './routes.js';

export type ApproverCard = { name: string; to: Audience; step: Step; approver: Approver };

/** One card for each approver of each step that was ever opened; it stays when the step is decided. */
export const approverCards = (approval: Approval): ApproverCard[] =>
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
export function unreached(
  { approval, unreachable }: { approval: Approval; unreachable: string[] },
  say: Wording,
): Part[] {
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
      step.approvers.map((one) => approverText(one, say)),
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
const back = ({ away }: Approver, say: Wording): Text => (away ? say.staffing.awayUntil(away) : []);

/** What only the approver's own card has: for whom they act, until when, and the buttons while it is their turn. */
export function approverParts(subject: string, approval: Approval, mine: ApproverCard, say: Wording): Part[] {
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

export const rejectForm = (
  { subject, step, of, reason }: Partial<CommandOf<'reject'>> & Pick<CommandOf<'reject'>, 'subject' | 'step'>,
  to: Viewer,
  say: Wording,
): Form => ({
  for: to,
  title: say.approvals.rejectTitle,
  intro: say.approvals.rejectIntro(subject),
  fields: [
    {
      kind: 'paragraph',
      name: 'reason',
      label: say.approvals.reason,
      hint: say.approvals.rejectHint,
      maxLength: LONGEST_TEXT,
      ...(reason ? { value: reason } : {}),
    },
  ],
  submit: say.approvals.rejectSubmit,
  cancel: say.approvals.cancel,
  draft: { do: 'reject', subject, step, ...(of ? { of } : {}) },
});

/** What is said to whom about an approval; the records' own notices come before these. */
export function approvalNotice(
  id: string,
  title: string,
  approval: Approval,
  what: string,
  viewer: Viewer,
  say: Wording,
): Card | undefined {
  const words = say.approvals;
  const card = (heading: string, tone: Tone, parts: Part[]): Card => ({
    for: viewer,
    title: heading,
    status: { ...approvalStatus(approval, say), tone },
    parts: [{ kind: 'text', text: [{ kind: 'bold', text: title }] }, ...parts],
  });
  const step = openStep(approval);
  switch (what) {
    case 'approved':
      return card(words.approvedTitle(id), 'good', routeOf(approval, say));
    case 'rejected':
      return card(words.rejectedTitle(id), 'danger', rejection(approval, say));
    case 'reminded':
      return card(words.reminderTitle(id), 'warning', [
        { kind: 'text', text: words.reminder(title, approval.requester, approval.expire) },
        ...(step ? [decisionButtons(id, approval, step.key, say)] : []),
      ]);
    case 'escalated':
      return card(words.escalatedTitle(id), 'warning', [
        { kind: 'text', text: words.escalated },
        ...routeOf(approval, say),
      ]);
    case 'covered': {
      const standIns = approval.steps.flatMap(({ approvers }) => approvers).filter(({ away }) => away);
      return card(words.coveredTitle(id), 'info', [
        ...standIns.flatMap((one): Part[] =>
          one.onBehalfOf ? [{ kind: 'text', text: [...words.covered(one, one.onBehalfOf), ...back(one, say)] }] : [],
        ),
        ...routeOf(approval, say),
      ]);
    }
    case 'left':
      return card(words.leftTitle(id), 'neutral', rejection(approval, say));
    case 'expired':
      return card(words.expiredTitle(id), 'warning', [{ kind: 'text', text: words.expired }]);
    default:
      return undefined;
  }
}
