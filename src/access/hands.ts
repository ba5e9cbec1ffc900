/** Who sets a grant up by hand, and who looks again: catalogue.yaml read for one request. Pure. */
import { risks } from '../approvals/facts.js';
import { type Who, who } from '../card.js';
import type { Directory } from '../people.js';
import type { AccessRequest, Hands, HandTask } from './access.js';
import type { Catalogue } from './catalogue.js';
import { grantsOf } from './lease.js';

/**
 * What of a lease people set up by hand, who does it, and who looks again where the risk is high: the owner, or security where
 * the owner does it. Never the person whom it is for. Undefined when nothing is done by hand.
 * @param kept what another lease of the same person still brings: it is not taken away.
 */
export function handsFor(
  record: AccessRequest,
  kept: ReadonlySet<string>,
  catalogue: Pick<Catalogue, 'find' | 'provisionerOf'>,
  directory: Directory,
): Pick<HandTask, 'titles' | 'hands' | 'checker'> | undefined {
  const parts = grantsOf(record).flatMap((entitlement) => {
    if (kept.has(entitlement)) return [];
    const policy = catalogue.provisionerOf(entitlement);
    return policy?.kind === 'hand' ? [{ policy, title: catalogue.find(entitlement)?.title ?? record.title }] : [];
  });
  if (parts.length === 0) return undefined;
  const others = (people: readonly Who[]) => people.filter(({ id }) => id !== record.requester.id);
  const bys = new Set(parts.map(({ policy }) => policy.by));
  const isChecked = parts.some(({ policy }) => risks.indexOf(record.risk) >= risks.indexOf(policy.checkedFrom));
  const security = directory.people.filter(({ roles }) => roles.includes('security')).map(who);
  const checker = others(bys.has('owner') || record.owner.id === record.requester.id ? security : [record.owner]);
  return {
    titles: parts.map(({ title }) => title),
    hands: handsOf(bys, record.owner, others, directory),
    ...(isChecked && checker.length > 0 ? { checker } : {}),
  };
}

/** The people of one policy, or of several; a group is told in its channel where it has one. */
function handsOf(
  bys: ReadonlySet<string>,
  owner: Who,
  others: (people: readonly Who[]) => Who[],
  directory: Directory,
): Hands {
  const people = [...bys].flatMap((by) => {
    const [kind, id = ''] = by.split(':');
    if (kind === 'owner') return [owner];
    const ids = kind === 'group' ? (directory.group(id)?.members ?? []) : [id];
    return ids.flatMap((one) => directory.person(one) ?? []).map(who);
  });
  const [only] = bys;
  const group = bys.size === 1 && only?.startsWith('group:') ? directory.group(only.slice('group:'.length)) : undefined;
  const hasChannel = group && Object.keys(group.channels).length > 0;
  return { people: others(people), ...(hasChannel ? { group: group.id } : {}) };
}
