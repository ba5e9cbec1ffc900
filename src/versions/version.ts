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
  /** The one it replaced. */
  before?: string;
  taken: Date;
  affected: Affected;
  /** `first`: there was none before it, and nobody need decide. */
  state: 'first' | 'new' | 'kept' | 'applying' | 'applied';
  decided?: { by: Who; at: Date };
  /** While it is being applied. */
  due?: { next: Date };
};

/** New tickets have it from now on; open ones keep theirs until somebody decides otherwise. */
export function taken(
  sla: string,
  before: string | undefined,
  affected: Affected,
  now: Date,
): { own: Own<SlaVersion>; events: NewEvent[] } {
  const state = before === undefined && affected.count === 0 ? 'first' : 'new';
  return { own: { sla, ...(before ? { before } : {}), taken: now, affected, state }, events: [{ what: 'taken' }] };
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
