/** A version of the SLA policies (sla.yaml): the tickets affected, and whether open tickets follow it too. Pure. */
import type { Changed, NewEvent, Own, Recorded } from '../history.js';
import { type Person } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';

/** A ticket's new targets. */
export type Move = { ticket: string; policy: { from: string; to: string }; due: { from: Date; to: Date } };
/** How many open tickets would have other targets, with the first of them. */
export type Affected = { count: number; first: readonly Move[] };

export type SlaVersion = Recorded & {
  /** Of the file. */
  sla: string;
  /** Of the working hours; releases before 0.3 did not keep it. */
  hours?: string;
  /** The one it replaced. */
  before?: string;
  taken: Date;
  affected: Affected;
  /** `first`: there was none before it, and nobody need decide. `counted`: only the working hours are others. */
  state: 'first' | 'counted' | 'new' | 'kept' | 'applying' | 'applied';
  decided?: { by: Who; at: Date };
  /** While it is being applied. */
  due?: { next: Date };
};

/** What a version is of. */
export type Versions = { sla: string; hours: string };

/**
 * New tickets have it from now on. Open ones keep what they were promised until somebody decides otherwise, and are
 * counted by the working hours of today at once.
 */
export function taken(
  { sla, hours }: Versions,
  before: Pick<SlaVersion, 'sla' | 'hours'> | undefined,
  affected: Affected,
  now: Date,
): { own: Own<SlaVersion>; events: NewEvent[] } {
  const replaced = before && before.sla !== sla ? { before: before.sla } : {};
  const isFirst = affected.count === 0 && (!before || (before.sla === sla && before.hours === undefined));
  const state = isFirst ? 'first' : before?.sla === sla ? 'counted' : 'new';
  return { own: { sla, hours, ...replaced, taken: now, affected, state }, events: [{ what: 'taken' }] };
}

/** @throws Refusal when somebody has decided before. */
export function decide(version: SlaVersion, actor: Person, apply: boolean, now: Date): Changed<SlaVersion> {
  const { decided, state } = version;
  if (decided) throw new Refusal((say) => say.versions.decidedBefore(decided.by, decided.at));
  if (state !== 'new') throw new Refusal((say) => say.general.wrongCommand);
  const next: SlaVersion = { ...version, state: apply ? 'applying' : 'kept', decided: { by: who(actor), at: now } };
  return {
    next: apply ? { ...next, due: { next: now } } : next,
    events: [{ what: apply ? 'applied' : 'kept', data: { who: who(actor) } }],
  };
}

/** Every open ticket has taken it. */
export function applied(version: SlaVersion): Changed<SlaVersion> {
  if (version.state !== 'applying') return undefined;
  const { due: _, ...rest } = version;
  return { next: { ...rest, state: 'applied' }, events: [] };
}
