/** Who holds what and who approved it; and what of it somebody should look at. Pure. */
import { type Approval, later } from '../approvals/approval.js';
import type { Lang, Who } from '../card.js';
import type { CommandOf } from '../language/command.js';
import type { Directory } from '../people.js';
import { type Listed } from './access.js';
import { conflictsOf } from './asking.js';
import type { Catalogue } from './catalogue.js';
import { nameOf } from './separation.js';

export type Which = CommandOf<'access-report'>['which'];
export type Remark =
  | { kind: 'beside'; id: string; rule: Record<Lang, string> }
  | { kind: 'control'; words: string }
  | { kind: 'granting' | 'ending' }
  | { kind: 'owner'; owner: Who };
export type Line = { record: Listed; approvers: Who[]; remark?: Remark };

/** Everybody who approved it, in the order of the steps, each once. */
function approversOf({ steps }: Approval): Who[] {
  const approved = steps.flatMap(({ decisions }) => decisions.filter(({ verdict }) => verdict === 'approved'));
  return [...new Map(approved.map(({ by }) => [by.id, by])).values()];
}

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
        return isActive && lease && lease.until <= later(now, days * 24) ? line() : [];
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
        const rule = first && nameOf(first.rule);
        return first && rule ? line({ kind: 'beside', id: first.with._id, rule }) : [];
      }
    }
  });
}
