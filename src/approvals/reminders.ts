/** What happens while nobody decides: reminded, escalated, in the end expired; never approved. Pure. */
import { type Approval, awaited, close, deciders, later, openStep, seatedNow, withApprovers } from './approval.js';
import { withSeat, type Routes } from './routes.js';

export type Overdue = { what: 'reminded' | 'escalated' | 'expired'; approval: Approval };

/** The next moment at which an approval wants attention. */
export const nextOf = ({ remind, escalate, expire, reseat }: Approval): Date | undefined =>
  [remind, escalate, expire, reseat]
    .filter((date) => date !== undefined)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];

/** The one thing that is due now, if any. After a pause of the desk the strongest comes first and nothing piles up. */
export function overdue(approval: Approval, routes: Routes, now: Date): Overdue | undefined {
  const due = (date: Date | undefined) => date !== undefined && date <= now;
  if (!openStep(approval)) return undefined;
  if (due(approval.expire)) return { what: 'expired', approval: close(approval, 'expired', now) };

  const rest = { ...seatedNow(approval, routes, now), remind: later(now, routes.hours.remind) };
  if (due(approval.escalate)) {
    const { escalate: _, ...escalated } = rest;
    return { what: 'escalated', approval: withManagers(escalated, routes) };
  }
  return due(approval.remind) ? { what: 'reminded', approval: rest } : undefined;
}

/** For each approver who is silent, who would decide instead of them. */
function withManagers(approval: Approval, routes: Routes): Approval {
  const barred = deciders(approval);
  let approvers = openStep(approval)?.approvers ?? [];
  for (const { id, name } of awaited(approval).filter(({ onBehalfOf }) => !onBehalfOf)) {
    const seated = approvers.filter(({ over }) => !over).map((each) => each.id);
    const above = routes.above({ id, name }, { ...approval, barred: new Set([...barred, ...seated]) });
    if (above) approvers = withSeat(approvers, { ...above, onBehalfOf: { id, name } });
  }
  return withApprovers(approval, approvers);
}
