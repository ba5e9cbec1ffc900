/** How agents say since when a ticket counts. Pure. */
import type { Command } from '../command.js';
import { aboutTicket, form, type Verb } from '../spec.js';

const day = '(today|yesterday|今天|昨天|\\d{4}-\\d\\d-\\d\\d)';
const moment = new RegExp(`^(?:${day}(?:\\s+(?:at\\s+)?|T|(?<=天)))?([01]?\\d|2[0-3])[:：]([0-5]\\d)$`, 'i');
const dayAlone = new RegExp(`^${day}?$`, 'i');
const days = new Map([
  ['今天', 'today'],
  ['昨天', 'yesterday'],
]);

/** `INC-1 since yesterday 15:00`, `INC-1 从 2026-11-26 15:00 起`; other words after `since` are said in passing. */
function since(ticket: string, rest: string): Command | undefined {
  const said = rest.replace(/(?:起|开始|算起)$/, '').trimEnd();
  if (dayAlone.test(said)) return form({ do: 'since', ticket });
  const [whole, named = 'today', hour = '', minute = ''] = moment.exec(said) ?? [];
  if (whole === undefined) return undefined;
  const date = days.get(named) ?? named.toLowerCase();
  return { do: 'since', ticket, from: `${date}T${hour.padStart(2, '0')}:${minute}` };
}

export const verbs = {
  since: {
    spelled: { en: ['since'], zh: ['从'] },
    help: {
      en: [['INC-1 since yesterday 15:00', 'starts its SLA clock before it was reported']],
      zh: [['INC-1 从 昨天 15:00 起', '将 起算时间提前']],
    },
    to: 'agent',
    about: aboutTicket(since),
  },
} satisfies Record<string, Verb>;
