/** What people are told of an approval, whatever it decides about. Pure. */
import { bold, buttons, type Card, type Part, type Tone, type Viewer, type Who } from '../card.js';
import type { Audience, Event } from '../history.js';
import type { Wording } from '../language/wording.js';
import type { Approvable } from './approvable.js';
import { awaited, type Difference, openStep } from './approval.js';
import { offerMark } from './offers.js';
import { answerButton, quoted } from './discussion.js';
import {
  acceptButton,
  approvalStatus,
  back,
  decisionButtons,
  differenceList,
  offerParts,
  rejection,
  remarks,
  remindButton,
  routeOf,
} from './approvals.cards.js';

/** Whether the reader of such a notice has nothing left to do about it: the approval is over, or a decision came since. */
export function isOver({ approval, history }: Pick<Approvable, 'approval' | 'history'>, event: Event): boolean {
  if (event.what === 'proposed')
    return approval.state !== 'open' || !approval.offers?.some((one) => offerMark(one) === offerMark(event));
  if (!['asked', 'answered', 'reminded', 'edited'].includes(event.what)) return false;
  return approval.state !== 'open' || history.slice(history.indexOf(event)).some(({ what }) => what === 'decided');
}

const nameOf = ({ data }: Event): string => (data['who'] as Who).name;

/** What is said to whom about an approval; the records' own notices come before these. */
export function approvalNotice(
  record: Pick<Approvable, '_id' | 'approval' | 'history'>,
  title: string,
  event: Event,
  to: Audience,
  viewer: Viewer,
  say: Wording,
): Card | undefined {
  const { _id: id, approval } = record;
  const words = say.approvals;
  const card = (heading: string, tone: Tone, parts: Part[]): Card => ({
    for: viewer,
    title: heading,
    status: { ...approvalStatus(approval, say), tone },
    parts: [{ kind: 'text', text: [bold(title)] }, ...parts],
  });
  const turn = awaited(approval).some(({ id: one }) => to === `person:${one}`);
  const step = turn ? openStep(approval) : undefined;
  switch (event.what) {
    case 'approved':
      return card(words.approvedTitle(id), 'good', [...routeOf(approval, say), ...remarks(approval, say)]);
    case 'rejected':
      return card(words.rejectedTitle(id), 'danger', rejection(approval, say));
    case 'asked':
      return card(words.askedTitle(id, nameOf(event)), 'info', [
        quoted(event),
        ...(isOver(record, event) ? [] : answerButton(id, say)),
      ]);
    case 'answered':
      return card(words.answeredTitle(id, nameOf(event)), 'info', [
        quoted(event),
        ...(step ? [decisionButtons(id, approval, step.key, say)] : []),
      ]);
    case 'reminded':
      return step
        ? card(words.reminderTitle(id), 'warning', [
            { kind: 'text', text: words.reminder(title, approval.requester, approval.expire) },
            decisionButtons(id, approval, step.key, say),
          ])
        : card(words.remindedTitle(id), 'neutral', routeOf(approval, say));
    case 'decided': {
      const { who, verdict } = event.data as { who: Who; verdict: 'approved' | 'rejected' };
      return card(words.decidedForTitle(id), verdict === 'approved' ? 'good' : 'danger', [
        { kind: 'text', text: words.decidedFor(who, verdict, event.at) },
        ...routeOf(approval, say),
        ...remarks(approval, say),
      ]);
    }
    case 'transferred':
      return card(words.transferredTitle(id), 'neutral', [
        { kind: 'text', text: words.transferred(event.data['who'] as Who, event.data['to'] as Who) },
      ]);
    case 'proposed': {
      const { who: by, ...said } = event.data as { who: Who; condition: string; differences: Difference[] };
      return card(words.proposedTitle(id, by.name), 'info', [
        ...offerParts({ by, ...said, at: event.at }, say),
        ...(isOver(record, event) ? [] : buttons(acceptButton(id, event, say))),
      ]);
    }
    case 'edited': {
      const { who, differences } = event.data as { who: Who; differences: Difference[] };
      return card(words.editedTitle(id), 'warning', [
        { kind: 'text', text: words.edited(who) },
        differenceList(differences, say),
        ...(step ? [decisionButtons(id, approval, step.key, say)] : routeOf(approval, say)),
      ]);
    }
    case 'sent-back':
      return card(words.sentBackTitle(id), 'warning', [
        ...remarks(approval, say),
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
    case 'approver-unreached': {
      const { who, ...next } = event.data as { who: Who; next: Who[]; escalate?: Date; expire?: Date };
      return card(words.unreachedTitle(id, who.name), 'warning', [
        { kind: 'text', text: words.unreached([who], next) },
        ...buttons(remindButton(id, say)),
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
