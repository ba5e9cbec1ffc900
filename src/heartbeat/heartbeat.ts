/** Whether the sweeps still run, and who hears when they do not. Pure. */
import type { Changed, Recorded } from '../history.js';
import type { Beat } from '../jobs.js';

/** Sweeps that have not ended well since then. */
export type Silence = { since: Date; sweeps: string[] };

/** One for the whole desk. */
export type Heartbeat = Recorded & { silence?: Silence };

/** Silence of the sweeps after which a desk is not ready; slow sweeps have two of their turns besides. */
export const SILENT_SECONDS = 120;

/**
 * When each sweep was seen to beat by the process's own, monotonic time: the machine's clock may step back, and a beat
 * that is dated in the future says nothing of whether another will come.
 */
export function createListener(elapsed: () => number) {
  const heard = new Map<string, { last: number; at: number }>();
  /** The beats with none of them in the future of `time`. */
  return (beats: readonly Beat[], time: Date): Beat[] =>
    beats.map((beat) => {
      const before = heard.get(beat.sweep);
      const last = beat.last.getTime();
      const news = before?.last === last ? before : { last, at: elapsed() };
      heard.set(beat.sweep, news);
      return last <= time.getTime() ? beat : { ...beat, last: new Date(time.getTime() - (elapsed() - news.at)) };
    });
}

/** @param time the machine's, since jobs keep to it even where the desk's clock was moved. */
export function silenceOf(beats: readonly Beat[], time: Date): Silence | undefined {
  const silent = beats.filter(
    ({ last, seconds }) => time.getTime() - last.getTime() > (SILENT_SECONDS + 2 * seconds) * 1000,
  );
  if (silent.length === 0) return undefined;
  return {
    since: new Date(Math.min(...silent.map(({ last }) => last.getTime()))),
    sweeps: silent.map(({ sweep }) => sweep).toSorted(),
  };
}

/** The beginning of a silence is told once, whichever sweeps join it, and so is its end. */
export function heard(
  { silence: before, ...rest }: Heartbeat,
  now: Silence | undefined,
  time: Date,
  admins: readonly string[],
): Changed<Heartbeat> {
  if ((before === undefined) === (now === undefined)) return undefined;
  const tell = admins.map((id) => `person:${id}` as const);
  return now
    ? { next: { ...rest, silence: now }, events: [{ what: 'silent', data: now, tell }] }
    : { next: rest, events: [{ what: 'recovered', data: { since: before!.since, until: time }, tell }] };
}
