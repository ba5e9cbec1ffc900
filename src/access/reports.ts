/** Who holds what and who approved it; and what of it somebody should look at. Pure. */
import type { Approval } from '../approvals/approval.js';
import type { Lang, Who } from '../card.js';
import type { CommandOf } from '../language/command.js';
import type { Directory, Person } from '../people.js';
import { type Listed } from './access.js';
import { conflictsOf } from './asking.js';
import type { Catalogue } from './catalogue.js';

export type Which = CommandOf<'access-report'>['which'];
export type Remark =
  | { kind: 'beside'; id: string; rule: Record<Lang, string> }
  | { kind: 'control'; words: string }
  | { kind: 'granting' | 'ending' }
  | { kind: 'owner'; owner: Who };
export type Line = { record: Listed; approvers: Who[]; remark?: Remark };

const DAY_MS = 86_400_000;

/** Everybody who approved it, in the order of the steps, each once. */
function approversOf({ steps }: Approval): Who[] {
  const approved = steps.flatMap(({ decisions }) => decisions.filter(({ verdict }) => verdict === 'approved'));
  return [...new Map(approved.map(({ by }) => [by.id, by])).values()];
}

/** Security officers and administrators read of all access, owners of what they own. */
export const readsAll = ({ roles }: Person): boolean => roles.includes('security') || roles.includes('admin');

/** Those of these leases that a report is about. @param leases all that are not ended, of everybody. */
export function linesOf(
  which: Which,
  leases: readonly Listed[],
  { catalogue, directory, days, now }: { catalogue: Catalogue; directory: Directory; days: number; now: Date },
): Line[] {
  const held = new Map<string, Listed[]>();
  for (const lease of leases)
    if (lease.state === 'active') held.set(lease.requester.id, [...(held.get(lease.requester.id) ?? []), lease]);
  return leases.flatMap((record): Line[] => {
    const { state, lease, entitlement, exception } = record;
    const line = (remark?: Remark): Line[] => [
      { record, approvers: approversOf(record.approval), ...(remark ? { remark } : {}) },
    ];
    const isActive = state === 'active';
    switch (which) {
      case 'held':
        return isActive ? line() : [];
      case 'expiring':
        return isActive && lease && lease.until.getTime() <= now.getTime() + days * DAY_MS ? line() : [];
      case 'unverified':
        return state === 'approved' || state === 'ending'
          ? line({ kind: state === 'approved' ? 'granting' : 'ending' })
          : [];
      case 'exceptions':
        return isActive && exception ? line({ kind: 'control', words: exception.control }) : [];
      case 'unowned': {
        const owner = catalogue.find(entitlement)?.owner ?? record.owner;
        return isActive && !directory.person(owner.id) ? line({ kind: 'owner', owner }) : [];
      }
      case 'conflicts': {
        const others = (held.get(record.requester.id) ?? []).filter((other) => other !== record);
        const covers = catalogue.coversOf(entitlement);
        const [first] = isActive ? conflictsOf({ covers }, others, catalogue) : [];
        const rule = first && (first.rule.name ?? { en: first.rule.id, zh: first.rule.id });
        return first && rule ? line({ kind: 'beside', id: first.with._id, rule }) : [];
      }
    }
  });
}
