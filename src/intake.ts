/** Words to Commands, in English and Chinese. Pure: what cannot be a command is left to be asked. */
import type { Command, Draft } from './command.js';

export type Understood = Command | { do: 'words'; words: string };

const verbs = {
  new: ['new', '新建'],
  mine: ['mine', 'my tickets', '我的'],
  show: ['show', '查看'],
  claim: ['claim', '认领'],
  note: ['note', '备注'],
  reply: ['reply', '回复'],
  resolve: ['resolve', '解决'],
  reopen: ['reopen', '重开'],
  why: ['why', '为什么'],
  working: ['working', '处理中'],
  escalate: ['escalate', '升级'],
  request: ['request', '申请'],
  approvals: ['approvals', '待审批'],
  change: ['change', '变更'],
  help: ['help', '帮助', '?', '？'],
  lang: ['lang', '语言'],
} as const;
type Verb = keyof typeof verbs;

const spellings = Object.entries(verbs)
  .flatMap(([verb, words]) => words.map((word) => [word, verb as Verb] as const))
  .toSorted(([a], [b]) => b.length - a.length);

/** The verb that the words begin with, and the rest. Chinese needs no space after its verb. */
function verbOf(words: string): { verb: Verb; rest: string } | undefined {
  const lower = words.toLowerCase();
  for (const [word, verb] of spellings) {
    if (!lower.startsWith(word)) continue;
    const rest = words.slice(word.length);
    if (rest === '' || /^[\s:：,，]/.test(rest) || /\p{Script=Han}$/u.test(word))
      return { verb, rest: rest.replace(/^[\s:：,，]+/, '').trim() };
  }
  return undefined;
}

const hoursPer: Record<string, number> = {
  m: 1 / 60,
  h: 1,
  d: 24,
  w: 168,
  分: 1 / 60,
  小: 1,
  时: 1,
  天: 24,
  日: 24,
  周: 168,
};

/** Reads `8h`, `30 min`, `2 days`, `8小时`, `3天` as hours. */
export function hoursOf(words: string): number | undefined {
  const found = /(\d+(?:\.\d+)?)\s*(m|h|d|w|分|小|时|天|日|周)/i.exec(words);
  return found ? Number(found[1]) * hoursPer[found[2]!.toLowerCase()]! : undefined;
}

/** `crm-read for 8h because the quarter ends`, `crm-read 8小时 因为季度结算`; what is missing is asked by the form. */
function accessRequest(rest: string): Command {
  const [, entitlement = '', tail = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const [, span = '', reason = ''] =
    /^([\s\S]*?)(?:\b(?:because|since|as)\b|因为|[,，:：]|$)\s*([\s\S]*)$/iu.exec(tail) ?? [];
  const hours = hoursOf(span);
  const draft = {
    do: 'request-access' as const,
    ...(/^[\w.@:-]{1,80}$/.test(entitlement) ? { entitlement } : {}),
    ...(hours ? { hours } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
  return 'entitlement' in draft && 'hours' in draft && 'reason' in draft
    ? (draft as Command)
    : { do: 'show-form', draft: draft as Draft };
}

const form = (draft: Draft): Command => ({ do: 'show-form', draft });

function aboutTicket(ticket: string, verb: Verb, rest: string): Command | undefined {
  if (verb === 'show') return { do: 'show-ticket', ticket };
  if (verb === 'claim') return { do: 'claim', ticket };
  if (verb === 'why') return { do: 'why', ticket };
  if (verb === 'working') return { do: 'working', ticket };
  if (verb === 'reopen') return rest ? { do: 'reopen', ticket, reason: rest } : { do: 'reopen', ticket };
  if (verb === 'note') return rest ? { do: 'note', ticket, text: rest } : form({ do: 'note', ticket });
  if (verb === 'reply') return rest ? { do: 'reply', ticket, text: rest } : form({ do: 'reply', ticket });
  if (verb === 'resolve') return rest ? { do: 'resolve', ticket, summary: rest } : form({ do: 'resolve', ticket });
  if (verb === 'escalate') return rest ? { do: 'escalate', ticket, reason: rest } : form({ do: 'escalate', ticket });
  return undefined;
}

function record(id: string): Command {
  if (id.startsWith('REQ-')) return { do: 'show-request', request: id };
  if (id.startsWith('CHG-')) return { do: 'show-change', change: id };
  return { do: 'show-ticket', ticket: id };
}

/**
 * @param given.bound the ticket of the thread the words were said in: its number may be left out.
 * @param given.commanded said as a command (`/it …`, `!…`) and not in passing: a verb may be followed by anything.
 */
export function understand(said: string, given: { bound?: string | undefined; commanded?: boolean }): Understood {
  const slash = /^\s*(?:\/it\b|!)\s*/i;
  const commanded = given.commanded === true || slash.test(said);
  const words = said.replace(slash, '').trim();
  const asked = { do: 'words' as const, words };

  const numbered = /^(?:(INC|REQ|CHG)-(\d{1,9}))\b[\s:：,，]*([\s\S]*)$/i.exec(words);
  if (numbered) {
    const id = `${numbered[1]!.toUpperCase()}-${Number(numbered[2])}`;
    const rest = numbered[3]!.trim();
    if (!rest) return record(id);
    const found = verbOf(rest);
    const command = found && id.startsWith('INC-') ? aboutTicket(id, found.verb, found.rest) : undefined;
    return command ?? (found?.verb === 'show' ? record(id) : asked);
  }

  const found = verbOf(words);
  if (!found) return words === '' && commanded ? { do: 'help' } : asked;
  const { verb, rest } = found;
  const target = /^(INC|REQ|CHG)-(\d{1,9})\b\s*([\s\S]*)$/i.exec(rest);
  if (target) {
    const id = `${target[1]!.toUpperCase()}-${Number(target[2])}`;
    if (verb === 'show') return record(id);
    const command = id.startsWith('INC-') ? aboutTicket(id, verb, target[3]!.trim()) : undefined;
    if (command) return command;
  }
  if (given.bound && (commanded || rest === '')) {
    const command = aboutTicket(given.bound, verb, rest);
    if (command) return command;
  }
  if (verb === 'lang' && /^(en|zh|english|chinese|中文|英文)$/i.test(rest))
    return { do: 'set-language', lang: /^(zh|chinese|中文)$/i.test(rest) ? 'zh' : 'en' };
  if (verb === 'request' && (commanded || rest === '' || hoursOf(rest) !== undefined)) return accessRequest(rest);
  if (verb === 'change' && /^(new|新建)?$/i.test(rest)) return form({ do: 'open-change' });
  if (verb === 'new' && (commanded || rest === ''))
    return form(rest ? { do: 'open-ticket', title: rest.slice(0, 150) } : { do: 'open-ticket' });
  if (rest !== '') return asked;
  if (verb === 'mine') return { do: 'list-mine' };
  if (verb === 'approvals') return { do: 'list-approvals' };
  if (verb === 'help') return { do: 'help' };
  return asked;
}
