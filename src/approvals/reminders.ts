/** What happens while nobody decides: reminded, escalated, in the end expired; never approved. Pure. */
import { type Approval, awaited, close, deciders, later, openStep } from './approval.js';
import type { Approver, Routes } from './routes.js';

export type Overdue = { what: 'reminded' | 'escalated' | 'expired'; approval: Approval };

/** The next moment at which an approval wants attention. */
export const nextOf = ({ remind, escalate, expire }: Approval): Date | undefined =>
  [remind, escalate, expire].filter((date) => date !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0];

/** The one thing that is due now, if any. After a pause of the desk the strongest comes first and nothing piles up. */
export function overdue(approval: Approval, routes: Routes, now: Date): Overdue | undefined {
  const step = openStep(approval);
  const due = (date: Date | undefined) => date !== undefined && date <= now;
  if (!step) return undefined;
  if (due(approval.expire)) return { what: 'expired', approval: close(approval, 'expired', now) };

  const about = { ...approval, barred: deciders(approval) };
  const rest = { ...approval, remind: later(now, routes.hours.remind) };
  const seated = (approvers: Approver[]) =>
    approval.steps.map((each) =>
      each === step ? { ...step, approvers: routes.delegates(approvers, about, now) } : each,
    );

  if (due(approval.escalate)) {
    const { escalate: _, ...escalated } = rest;
    const approvers = [...step.approvers];
    for (const silent of awaited(approval).filter(({ onBehalfOf }) => !onBehalfOf)) {
      const barred = new Set([...about.barred, ...approvers.map(({ id }) => id)]);
      const above = routes.above(silent, { ...about, barred });
      if (above) approvers.push({ ...above, onBehalfOf: { id: silent.id, name: silent.name } });
    }
    return { what: 'escalated', approval: { ...escalated, steps: seated(approvers) } };
  }
  return due(approval.remind) ? { what: 'reminded', approval: { ...rest, steps: seated(step.approvers) } } : undefined;
}
