/** Names of time zones, and the days on their clocks. Pure. */
import { DateTime } from 'luxon';
import { z } from 'zod';

/** The longest name of IANA's has 32 characters (America/Argentina/ComodRivadavia). */
const LONGEST = 40;
/** All of IANA's names of three letters. The runtime knows others, and has its own idea of each: BST is in Dhaka. */
const SHORT = new Set('CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET'.split(' '));
const isOwnIdea = (name: string) =>
  (/^[a-z]{3}$/i.test(name) && !SHORT.has(name.toUpperCase())) || /^SystemV\//i.test(name);

/** Names that were found good: asking the runtime takes a millisecond, and half a company is in one zone. */
const known = new Set<string>();
const MOST_KNOWN = 1_000;

/**
 * Whether a zone is one of IANA's, by any of its names, and can be drawn here. Offsets, names of Windows, and letters that
 * are not IANA's are none; nor is a name that is younger than the runtime's own data.
 */
export function isZone(name: string): boolean {
  if (known.has(name)) return true;
  if (name.length > LONGEST || !/^[a-z]/i.test(name) || isOwnIdea(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    if (known.size < MOST_KNOWN) known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** A zone in a policy. */
export const zoneName = z.string().refine(isZone, { error: 'not an IANA time zone such as Europe/Berlin' });

/** The day on the clocks of a zone, `2026-02-11`. */
export const dayOf = (now: Date, zone: string): string => DateTime.fromJSDate(now, { zone }).toISODate()!;

/** The instant of a day or moment on the clocks of a zone: `2026-02-11`, which begins then, or `2026-02-11T18:00`. */
export const instantOf = (written: string, zone: string): Date => DateTime.fromISO(written, { zone }).toJSDate();

/** The end of such a day, or the moment itself. */
export const endOf = (written: string, zone: string): Date =>
  written.includes('T') ? instantOf(written, zone) : DateTime.fromISO(written, { zone }).endOf('day').toJSDate();
