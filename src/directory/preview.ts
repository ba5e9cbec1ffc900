/** A preview of people to be imported, until somebody confirms it. Pure. */
import type { Changed, Recorded } from '../history.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import type { Person } from '../people.js';
import type { Planned } from './import.js';

export type Preview = Recorded & { rows: readonly Planned[]; taken?: { by: Who; at: Date } };

/** @throws Refusal when somebody has confirmed it before. */
export function taken(preview: Preview, actor: Person, now: Date): Changed<Preview> {
  const { taken: before } = preview;
  if (before) throw new Refusal((say) => say.directory.importedBefore(before.by));
  return { next: { ...preview, taken: { by: who(actor), at: now } }, events: [{ what: 'imported' }] };
}
