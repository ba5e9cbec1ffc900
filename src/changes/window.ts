/** Whether a change may happen then: a real moment, in the future, not too long, and outside every freeze. Pure. */
import { DateTime } from 'luxon';
import type { Text } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { ChangePolicy, ChangeType } from './policy.js';

export type Window = { starts: Date; ends: Date };
export type WindowProblem = { field: 'starts' | 'ends'; why: (say: Wording) => Text };

/** People fill in a form for a while: a start this recent is not in the past. */
const GRACE_MS = 10 * 60_000;

/** Reads local moments (`YYYY-MM-DDTHH:MM`) in the requester's zone. */
export function readWindow(
  said: { starts: string; ends: string },
  zone: string,
  type: ChangeType,
  policy: ChangePolicy,
  now: Date,
): { window: Window } | { problems: WindowProblem[] } {
  const starts = read(said.starts, zone);
  const ends = read(said.ends, zone);
  const unreal = (['starts', 'ends'] as const).filter((field) => !(field === 'starts' ? starts : ends));
  if (!starts || !ends) return { problems: unreal.map((field) => ({ field, why: (say) => say.changes.noSuchMoment })) };
  const problem = problemOf({ starts, ends }, type, policy, now);
  return problem ? { problems: [problem] } : { window: { starts, ends } };
}

function problemOf(window: Window, type: ChangeType, policy: ChangePolicy, now: Date): WindowProblem | undefined {
  const { starts, ends } = window;
  if (ends <= starts) return { field: 'ends', why: (say) => say.changes.endsFirst };
  if (starts.getTime() < now.getTime() - GRACE_MS) return { field: 'starts', why: (say) => say.changes.past };
  if (ends <= now) return { field: 'ends', why: (say) => say.changes.past };
  const { maxWindowHours: hours } = policy;
  if (ends.getTime() - starts.getTime() > hours * 3_600_000) {
    return { field: 'ends', why: (say) => say.changes.tooLong(hours) };
  }
  const freeze = type.duringFreeze
    ? undefined
    : policy.freezes.find((each) => starts < each.ends && each.starts < ends);
  return freeze && { field: 'starts', why: (say) => say.changes.frozen(freeze.name, freeze.starts, freeze.ends) };
}

/** Undefined for a moment that the zone's clocks never show, such as 02:30 when they jump from 2:00 to 3:00. */
function read(local: string, zone: string): Date | undefined {
  const moment = DateTime.fromISO(local, { zone });
  return moment.isValid && moment.toFormat("yyyy-MM-dd'T'HH:mm") === local ? moment.toJSDate() : undefined;
}
