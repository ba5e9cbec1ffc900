/** The values that commands carry: numbers of records, words, days; and their limits. */
import { z } from 'zod';

export const ticket = z.string().regex(/^INC-\d{1,9}$/);
export const request = z.string().regex(/^REQ-\d{1,9}$/);
export const change = z.string().regex(/^CHG-\d{1,9}$/);
/** The agreed changes of a group's on-call rota, and of a person's leave. */
export const agreed = z.string().regex(/^(DUTY|LEAVE)-\d{1,9}$/);
/** A version of the SLA policies. */
export const version = z.string().regex(/^SLA-\d{1,9}$/);
/** What a ticket grows out of: a question (Q) or a message that was reported (M). */
export const question = z.string().regex(/^[QM]-\d{1,9}$/);
/** A preview of people to be imported. */
export const importId = z.string().regex(/^IMP-\d{1,9}$/);
/** What the desk learned, an article written in it, and a report to who looks after the knowledge. */
export const phrasing = z.string().regex(/^PHR-\d{1,9}$/);
export const article = z.string().regex(/^ART-\d{1,9}$/);
export const finding = z.string().regex(/^GAP-\d{1,9}$/);
/** The departure of a person. */
export const leaver = z.string().regex(/^OFF-\d{1,9}$/);
/** What was read before it is decided about, as a short print of its content. */
export const print = z.string().regex(/^[0-9a-f]{12}$/);
/** Tells a record from another one of its number. */
export const mark = z.string().regex(/^[0-9a-z]{1,12}$/);
export const sop = z.string().regex(/^[a-z0-9-]{1,60}$/);
export const name = z.string().regex(/^[\w.@:-]{1,80}$/);

/** The most a person can say at once: what a Slack modal's text field holds. Longer words are kept, cut with a note. */
export const LONGEST_TEXT = 3000;
/** A line, such as the title of a ticket or an article. */
export const LONGEST_TITLE = 150;
/** The most characters of a search. */
export const LONGEST_SEARCH = 200;
/** A year: who needs access for longer asks again. */
export const LONGEST_ACCESS_HOURS = 8760;
/** No policy lets reminders be snoozed for longer. */
export const LONGEST_SNOOZE_HOURS = 80;
export const line = z.string().trim().min(1).max(LONGEST_TITLE);
export const text = z.string().trim().min(1).max(LONGEST_TEXT);
/** What a person wrote in chat may be longer: Slack sends up to 40,000 characters. */
export const words = z.string().max(40_000);
/** A moment on the clock of who says it; the day may be told from today. */
export const lately = z.string().regex(/^(?:today|yesterday|\d{4}-\d\d-\d\d)T\d\d:\d\d$/);
export const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

export const level = z.enum(['low', 'medium', 'high']);
export const priority = z.enum(['P1', 'P2', 'P3', 'P4']);
export const type = z.enum(['incident', 'request']);
export const cause = z.enum(['user', 'supplier', 'approval', 'change']);
/** A person as people name them. */
export const someone = z.string().trim().min(1).max(80);
export const date = z.iso.date();
/** A group as people name it. */
export const team = z.string().trim().min(1).max(60);
/** `it@2026-11-30T08:00:00.000Z`: the shift of a group that runs at that moment. */
export const shift = z.string().regex(/^[\w.-]{1,60}@\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/);
export const page = z.coerce.number().int().min(1).max(1000).optional();

/** A person as the words after a verb name them: `to Bao Li`, `给 @bao`. */
export const personIn = (words: string): string =>
  words
    .replace(/^(?:to\s+|给)/i, '')
    .trim()
    .slice(0, 80);

/** The first ticket that words name. */
export function ticketIn(words: string): string | undefined {
  const [, number] = /\bINC-(\d{1,9})\b/i.exec(words) ?? [];
  return number && `INC-${Number(number)}`;
}
