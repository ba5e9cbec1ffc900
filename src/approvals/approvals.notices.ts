/** What people are told of an approval, whatever it decides about. Pure. */
import { bold, type Card, type Part, type Tone, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Approvable } from './approvable.js';
import { openStep } from './approval.js';
import { approvalStatus, back, decisionButtons, rejection, routeOf } from './approvals.cards.js';

/** What is said to whom about an approval; the records' own notices come before these. */
export function approvalNotice(
  { _id: id, approval }: Pick<Approvable, '_id' | 'approval'>,
  title: string,
  what: string,
  viewer: Viewer,
  say: Wording,
): Card | undefined {
  const words = say.approvals;
  const card = (heading: string, tone: Tone, parts: Part[]): Card => ({
    for: viewer,
    title: heading,
    status: { ...approvalStatus(approval, say), tone },
    parts: [{ kind: 'text', text: [bold(title)] }, ...parts],
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
