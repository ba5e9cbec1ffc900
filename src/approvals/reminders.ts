/** What happens while nobody decides: reminded, escalated, in the end expired; never approved. Pure. */
import { type Approval, awaited, close, aboutStep, openStep, seatedNow, timed, withApprovers } from './approval.js';
import { type Approver, withSeat, type Routes } from './routes.js';

export type Overdue = { what: 'reminded' | 'escalated' | 'expired'; approval: Approval };

/** The next moment at which an approval wants attention. */
export const nextOf = ({ remind, escalate, expire, reseat, lapse }: Approval): Date | undefined =>
  [remind, escalate, expire, reseat, lapse]
    .filter((date) => date !== undefined)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];

/** The one thing that is due now, if any. After a pause of the desk the strongest comes first and nothing piles up. */
export function overdue(approval: Approval, routes: Routes, now: Date): Overdue | undefined {
  const due = (date: Date | undefined) => date !== undefined && date <= now;
  if (!openStep(approval)) return undefined;
  if (due(approval.expire) || due(approval.lapse))
    return { what: 'expired', approval: close(approval, 'expired', now) };

  const seated = seatedNow(approval, routes, now);
  if (due(approval.escalate)) return { what: 'escalated', approval: timed(withManagers(seated, routes), routes, now) };
  return due(approval.remind) ? { what: 'reminded', approval: timed(seated, routes, now) } : undefined;
}

/** For each approver who is silent, who would decide instead of them. */
function withManagers(approval: Approval, routes: Routes): Approval {
  const step = openStep(approval);
  if (!step) return approval;
  const asked = withApprovers(
    approval,
    managersFor(approval, routes).reduce((approvers, seat) => withSeat(approvers, seat), step.approvers),
  );
  return { ...asked, steps: asked.steps.map((each) => (each.key === step.key ? { ...each, escalated: true } : each)) };
}

/** Who is asked when nobody decides until the open step is escalated, each for an approver. */
export function managersFor(approval: Approval, routes: Routes): Approver[] {
  const step = openStep(approval);
  if (!step) return [];
  const about = aboutStep(approval, step);
  const seats: Approver[] = [];
  for (const { id, name } of awaited(approval).filter(({ onBehalfOf }) => !onBehalfOf)) {
    const seated = [...step.approvers, ...seats].filter(({ over }) => !over).map((each) => each.id);
    const above = routes.above({ id, name }, { ...about, barred: new Set([...about.barred, ...seated]) });
    if (above) seats.push({ ...above, onBehalfOf: { id, name } });
  }
  return seats;
}
