/** What is typed about a ticket, as a command; what is missing is asked by a form. Pure. */
import { LONGEST_SNOOZE_HOURS, type Command, type CommandOf, type Draft } from './language/command.js';
import { duration, hoursOf } from './duration.js';

export type TicketVerb =
  | 'claim'
  | 'note'
  | 'reply'
  | 'resolve'
  | 'reopen'
  | 'close'
  | 'why'
  | 'since'
  | 'working'
  | 'need-help'
  | 'snooze'
  | 'escalate'
  | 'wait'
  | 'resume'
  | 'edit'
  | 'prio'
  | 'assign'
  | 'move'
  | 'watch'
  | 'unwatch'
  | 'link'
  | 'merge'
  | 'task';

/** The first ticket that words name. */
export function ticketIn(words: string): string | undefined {
  const [, number] = /\bINC-(\d{1,9})\b/i.exec(words) ?? [];
  return number && `INC-${Number(number)}`;
}

export const form = (draft: Draft): Command => ({ do: 'show-form', draft });

const causes = new Map<string, CommandOf<'wait'>['cause']>(
  Object.entries({
    user: 'user',
    requester: 'user',
    用户: 'user',
    提单人: 'user',
    supplier: 'supplier',
    vendor: 'supplier',
    供应商: 'supplier',
    approval: 'approval',
    审批: 'approval',
    change: 'change',
    变更: 'change',
  }),
);
const kinds = new Map<string, CommandOf<'link'>['kind']>(
  Object.entries({
    related: 'related',
    相关: 'related',
    'caused-by': 'caused-by',
    起因: 'caused-by',
    duplicate: 'duplicate',
    重复: 'duplicate',
  }),
);

/** `wait INC-1 supplier new fan is ordered`, `等待 INC-1 供应商 风扇已订`. */
function wait(ticket: string, rest: string): Command {
  const [, first = '', reason = ''] = /^(?:for\s+(?:the\s+)?)?(\S+)[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  const cause = causes.get(first.toLowerCase());
  if (cause && reason) return { do: 'wait', ticket, cause, reason };
  return form({ do: 'wait', ticket, ...(cause ? { cause } : rest ? { reason: rest } : {}) });
}

/** `move INC-1 network the switch on floor 3 is dead`: the group, then what it needs to know. */
function move(ticket: string, rest: string): Command {
  const [, group = '', note = ''] =
    /^(?:(?:to|到)\s+)?([\w.-]{1,60})(?![^\s:：,，])[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  if (group && note) return { do: 'move', ticket, group, note };
  return form({ do: 'move', ticket, ...(group ? { group } : {}) });
}

/** `snooze INC-1 2h the part comes at noon`, `暂缓 INC-1 2小时 中午到货`. */
function snooze(ticket: string, rest: string): Command {
  const [lasts = ''] = new RegExp(`^(?:for\\s+)?${duration}`, 'iu').exec(rest) ?? [];
  const hours = hoursOf(lasts);
  const reason = rest.slice(lasts.length).replace(/^[\s,，:：]*(?:because\b|因为)?\s*/i, '');
  const known = hours && hours <= LONGEST_SNOOZE_HOURS ? hours : undefined;
  if (known && reason) return { do: 'snooze', ticket, hours: known, reason };
  return form({ do: 'snooze', ticket, ...(known ? { hours: known } : {}), ...(reason ? { reason } : {}) });
}

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

const someone = (words: string): string =>
  words
    .replace(/^(?:to\s+|给)/i, '')
    .trim()
    .slice(0, 80);

/** What ties a ticket to another one that is named first in the rest. */
export function tie(ticket: string, verb: string, rest: string): Command | undefined {
  const [, digits, more = ''] =
    /^(?:(?:into|to|with|到|和|与)\s*)?INC-(\d{1,9})\b[\s:：,，]*([\s\S]*)$/i.exec(rest) ?? [];
  const other = digits && `INC-${Number(digits)}`;
  if (verb === 'merge') return other ? { do: 'merge', ticket, into: other } : form({ do: 'merge', ticket });
  if (verb !== 'link') return undefined;
  const kind = kinds.get(more.trim().toLowerCase()) ?? 'related';
  return other ? { do: 'link', ticket, to: other, kind } : form({ do: 'link', ticket });
}

export function aboutTicket(ticket: string, verb: TicketVerb, rest: string): Command | undefined {
  switch (verb) {
    case 'claim':
    case 'why':
    case 'working':
    case 'close':
    case 'resume':
      return { do: verb, ticket };
    case 'reopen':
      return rest ? { do: 'reopen', ticket, reason: rest } : { do: 'reopen', ticket };
    case 'note':
    case 'reply':
      return rest ? { do: verb, ticket, text: rest } : form({ do: verb, ticket });
    case 'resolve':
      return rest ? { do: 'resolve', ticket, summary: rest } : form({ do: 'resolve', ticket });
    case 'need-help':
      return rest ? { do: 'need-help', ticket, reason: rest } : form({ do: 'need-help', ticket });
    case 'since':
      return since(ticket, rest);
    case 'snooze':
      return snooze(ticket, rest);
    case 'escalate':
      return rest ? { do: 'escalate', ticket, reason: rest } : form({ do: 'escalate', ticket });
    case 'wait':
      return wait(ticket, rest);
    case 'edit':
      return form({ do: 'edit', ticket });
    case 'prio': {
      const [priority] = /^P[1-4]$/i.exec(rest) ?? [];
      return priority ? { do: 'edit', ticket, priority: priority.toUpperCase() as 'P1' } : form({ do: 'edit', ticket });
    }
    case 'assign':
      return someone(rest) ? { do: 'assign', ticket, to: someone(rest) } : form({ do: 'assign', ticket });
    case 'move':
      return move(ticket, rest);
    case 'watch':
      return someone(rest) ? { do: 'watch', ticket, person: someone(rest) } : { do: 'watch', ticket };
    case 'unwatch':
      return { do: 'watch', ticket, stop: 'yes' };
    case 'task':
      return rest ? { do: 'add-task', ticket, title: rest } : form({ do: 'add-task', ticket });
    case 'link':
    case 'merge':
      return tie(ticket, verb, rest);
  }
}
