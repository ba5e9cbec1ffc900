/** What a suggested verb does when its button is pressed. Pure. */
import type { Command } from './language/command.js';
import { aboutTicket, form } from './ticket-words.js';
import type { en } from './wording/work.js';

export type Suggested = keyof (typeof en)['verb'];

/** The verbs that mean no ticket. */
const alone = {
  new: form({ do: 'open-ticket' }),
  mine: { do: 'list-mine' },
  queue: { do: 'queue' },
  find: { do: 'find', words: '' },
  oncall: { do: 'oncall' },
  swap: form({ do: 'offer-shift' }),
  leave: { do: 'list-leave' },
  request: form({ do: 'request-access' }),
  approvals: { do: 'list-approvals' },
  change: form({ do: 'open-change' }),
  sop: { do: 'find-sop' },
  learn: { do: 'learn' },
  questions: { do: 'list-questions' },
  forecast: { do: 'forecast' },
  policy: { do: 'policy' },
  // The card has its own button for help; which language is meant only words say.
  help: undefined,
  lang: undefined,
} as const satisfies Partial<Record<Suggested, Command | undefined>>;

const isAlone = (verb: Suggested): verb is keyof typeof alone => verb in alone;

/** Undefined for a verb that needs a ticket where none is meant. */
export function commandOf(verb: Suggested, ticket: string | undefined): Command | undefined {
  if (isAlone(verb)) return alone[verb];
  if (!ticket) return undefined;
  if (verb === 'show') return { do: 'show-ticket', ticket };
  if (verb === 'audit') return { do: 'audit', record: ticket };
  return aboutTicket(ticket, verb, '');
}
