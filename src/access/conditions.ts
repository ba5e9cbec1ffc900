/** What the condition of an approver makes of a request: shorter, ended sooner, or only to read. Pure. */
import { DateTime } from 'luxon';
import type { Turned } from '../approvals/offers.js';
import type { Offer } from '../approvals/approval.js';
import { risks } from '../approvals/facts.js';
import type { Viewer } from '../card.js';
import { limitsIn } from '../language/approvals/limits.js';
import { Refusal } from '../refusal.js';
import { dayOf, endOf } from '../zones.js';
import type { AccessRequest } from './access.js';
import type { Catalogue, Entitlement } from './catalogue.js';
import { differencesOf, type Wish, wishOf } from './revising.js';

/** The last minute of a day, or a moment, on the clock of the person who said it. */
const lastOf = (until: string, zone: string): Date =>
  DateTime.fromJSDate(endOf(until, zone), { zone }).startOf('minute').toJSDate();

const isReading = ({ id, title }: Entitlement): boolean =>
  /\bread/.test(`${id} ${title.en}`.toLowerCase()) || /查看|只读/.test(title.zh);

/** What can only be read in the same application, at the least risk. */
function readOnly({ entitlement }: AccessRequest, { entitlements }: Catalogue): Entitlement | undefined {
  const wanted = entitlements.find(({ id }) => id === entitlement);
  const same = entitlements.filter(({ app }) => app === wanted?.app).filter(isReading);
  return same.toSorted((one, other) => risks.indexOf(one.risk) - risks.indexOf(other.risk))[0];
}

/**
 * Undefined where the condition says something else, or nothing that the request is not within already.
 * @throws Refusal for an end that is past.
 */
export function turned(
  record: AccessRequest,
  condition: string,
  catalogue: Catalogue,
  { zone }: Pick<Viewer, 'zone'>,
  now: Date,
): Turned | undefined {
  const limits = limitsIn(condition, dayOf(now, zone));
  if (!limits) return undefined;
  const notAfter = limits.until === undefined ? undefined : lastOf(limits.until, zone);
  if (notAfter && notAfter <= now) throw new Refusal((say) => say.approvals.conditionPast(notAfter));
  const { hours } = limits;
  const variant = limits.isReadOnly && readOnly(record, catalogue);
  if (limits.isReadOnly && !variant) return undefined;
  const latest = record.notAfter ?? new Date(now.getTime() + record.hours * 3_600_000);
  const wish = {
    ...(variant ? { entitlement: variant.id } : {}),
    ...(hours !== undefined && hours < record.hours ? { hours } : {}),
    ...(notAfter && notAfter < latest ? { notAfter: notAfter.toISOString() } : {}),
  };
  const differences = differencesOf(record, wishIn(wish, record, catalogue));
  return differences.length > 0 ? { wish, differences } : undefined;
}

/** The request that an offer is for. */
export function wishIn(
  { entitlement, hours, notAfter }: Offer['wish'],
  record: AccessRequest,
  catalogue: Catalogue,
): Wish {
  const now = wishOf(record, catalogue);
  return {
    ...now,
    ...(entitlement === undefined ? {} : { entitlement: catalogue.find(String(entitlement)) ?? now.entitlement }),
    ...(hours === undefined ? {} : { hours: Number(hours) }),
    ...(notAfter === undefined ? {} : { notAfter: new Date(notAfter) }),
  };
}
