/** A record that a sweep cannot do its work for: the others go on, and administrators are told of that one. Pure. */
import type { NewEvent, Own, Recorded } from '../history.js';

/** One for each record and day, so that however often it is tried it is told once. */
export type Trouble = Recorded & {
  /** `INC-5`, or what else a sweep looks after. */
  record: string;
  /** Which sweep it was. */
  sweep: string;
};

export const troubled = (
  record: string,
  sweep: string,
  admins: readonly string[],
): { own: Own<Trouble>; events: NewEvent[] } => ({
  own: { record, sweep },
  events: [{ what: 'troubled', tell: admins.map((id) => `person:${id}` as const) }],
});
