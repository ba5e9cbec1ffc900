/** The records that words name by their numbers, and whether words ask something of one. Pure. */
import type { Intent } from '../language/intents.js';
import type { Numbered } from '../language/small-talk.js';
import { recordIn } from '../language/vocabulary.js';
import type { OwnTicket } from './matter.js';
import type { Meaning } from './meaning.js';

/** What is asked of a record whose number comes first; other words after it are added to it. */
const OF_A_TICKET: ReadonlySet<Intent> = new Set(['ticket-status', 'ticket-close', 'ticket-cancel', 'ticket-escalate']);
const OF_A_SUBJECT = /^(?:ticket-cancel|access-(?:status|extend|return|who-decides)|approval-(?!ask)|change-when)/;
/** So surely it is asked; else the words are added to the record. */
const SAID_OF_IT = 0.9;

/** Numbers of standards and the like, which are no records of any desk. */
const NO_RECORD = new Set(['ART', 'GAP', 'CVE', 'ISO', 'RFC', 'UTF', 'SHA', 'COVID', 'PHR', 'SLA', 'DUTY', 'LEAVE']);

/** The number of a record that words name, here or elsewhere: `INC-4`, `ticket 4`, `HD-731`. */
export function numberIn(words: string): string | undefined {
  const [, bare] = /(?:\bticket|\bcase|工单|单号) ?#?(\d{1,9})\b/i.exec(words) ?? [];
  const written = words.match(/\b(?:[A-Z]{2,5}|inc|req|chg|hd)-\d{1,9}\b/g) ?? [];
  const found = written.map((each) => each.toUpperCase()).filter((each) => !NO_RECORD.has(each.split('-')[0]!));
  return found.find((each) => recordIn(each)) ?? found[0] ?? (bare && `INC-${bare}`);
}

/** Whether words ask something of the record whose number they begin with. */
export const asksOf = (numbered: Numbered, { intent, confidence }: Meaning, tickets: readonly OwnTicket[]): boolean =>
  confidence >= SAID_OF_IT &&
  (numbered.do === 'comment'
    ? OF_A_TICKET.has(intent) && tickets.some(({ _id }) => _id === numbered.ticket)
    : OF_A_SUBJECT.test(intent));
