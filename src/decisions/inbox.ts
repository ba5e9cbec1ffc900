/** What waits for a person's decision: in which order, and which of it a filter leaves. Pure. */
import type { Approvable } from '../approvals/approvable.js';
import { openStep } from '../approvals/approval.js';
import type { Glance } from '../history.js';

/** A record as inboxes read it. */
export type Waiting = Glance<Approvable>;

/** By when this person must decide it, in their own working time; undefined while its clock stands still. */
export const decideBy = ({ approval }: Waiting, person: string): Date | undefined =>
  approval.expire && (openStep(approval)?.approvers.find(({ id }) => id === person)?.by ?? approval.expire);

/** The oldest deadline of this person first; what waits for an answer comes last. */
export const byDeadlineOf = (person: string) => {
  const last = ({ record }: { record: Waiting }): number =>
    (decideBy(record, person) ?? record.approval.lapse)?.getTime() ?? Infinity;
  return (one: { record: Waiting }, other: { record: Waiting }): number => last(one) - last(other);
};

/** The kinds as people name them. */
const spoken: Readonly<Record<string, string>> = {
  requests: 'access',
  request: 'access',
  权限: 'access',
  changes: 'change',
  变更: 'change',
  低: 'low',
  中: 'medium',
  高: 'high',
};

/** Whether each word of the filter is one of its facts, its number, or of its requester's name. */
export function isMeant({ _id, approval, requester }: Waiting, only: string): boolean {
  const facts = Object.values(approval.facts ?? {})
    .flat()
    .map((fact) => String(fact).toLowerCase());
  const names = requester.name.toLowerCase().split(/\s+/);
  const known = new Set([_id.toLowerCase(), requester.id, ...names, ...facts]);
  return only
    .toLowerCase()
    .split(/[\s,，]+/)
    .filter(Boolean)
    .every((word) => known.has(spoken[word] ?? word.replace(/^@/, '')));
}

/** What may be approved with others of its kind at once. */
export const isLowRisk = ({ approval }: Waiting): boolean => approval.facts?.['risk'] === 'low';
/** Whether approving it needs a one-time code, so that each is approved by itself. */
export const needsCode = ({ approval }: Waiting): boolean => openStep(approval)?.stepUp === true;
export const kindOf = ({ approval }: Waiting): string => String(approval.facts?.['kind'] ?? '');

/** The kinds and risks by which a list can be narrowed, and how many of each; none where all are alike. */
export function filtersOf(all: readonly Waiting[]): { word: string; count: number }[] {
  const counts = (fact: string) => {
    const found = new Map<string, number>();
    for (const { approval } of all) {
      const word = approval.facts?.[fact];
      if (typeof word === 'string') found.set(word, (found.get(word) ?? 0) + 1);
    }
    return found.size > 1 ? Array.from(found, ([word, count]) => ({ word, count })) : [];
  };
  return [...counts('kind'), ...counts('risk')];
}
