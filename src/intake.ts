/** Words to Commands, in English and Chinese. Pure: what cannot be a command is left to be asked. */
import { LONGEST_ACCESS_HOURS, LONGEST_SEARCH, type Command, type Draft } from './language/command.js';
import { duration, hoursOf } from './duration.js';
import { visible } from './invisible.js';
import { firstWord, isMisspelt } from './nearest.js';
import { aboutDuty, aboutLeave } from './shift-words.js';
import { aboutTicket, form, ticketIn, tie, type TicketVerb } from './ticket-words.js';

const LONGEST_TITLE = 150;

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
  since: ['since', '从'],
  working: ['working', '处理中'],
  'need-help': ['assist', '求助'],
  snooze: ['snooze', '暂缓'],
  escalate: ['escalate', '升级'],
  close: ['close', '关闭'],
  wait: ['wait', '等待'],
  resume: ['resume', '继续'],
  edit: ['edit', '编辑'],
  prio: ['prio', 'priority', '优先级'],
  assign: ['assign', '分派', '指派'],
  move: ['move', '转组'],
  watch: ['watch', '关注'],
  unwatch: ['unwatch', '取消关注'],
  link: ['link', '关联'],
  merge: ['merge', '合并'],
  task: ['task', '任务'],
  queue: ['queue', '队列'],
  find: ['find', '查找'],
  request: ['request', '申请'],
  approvals: ['approvals', '待审批'],
  change: ['change', '变更'],
  sop: ['sop', '规程'],
  oncall: ['oncall', '值班'],
  swap: ['swap', '换班'],
  leave: ['leave', '休假', '请假'],
  audit: ['audit', '审计'],
  policy: ['policy', '策略'],
  learn: ['learn', '学习'],
  questions: ['questions', '提问'],
  forecast: ['forecast', '预测'],
  help: ['help', '帮助', '?', '？'],
  lang: ['lang', '语言'],
} as const satisfies Record<TicketVerb, readonly string[]> & Record<string, readonly string[]>;
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

/** Said in passing, only an entitlement followed by a duration or a reason asks for access. */
const asksForAccess = new RegExp(`^[\\w.@:-]{1,80}[\\s,，]+(?:for\\s+)?(?:because\\b|因为|${duration})`, 'iu');

/** `crm-read for 8h because the quarter ends`, `crm-read 8小时 因为季度结算`; what is missing is asked by the form. */
function accessRequest(rest: string): Command {
  const [, entitlement = '', tail = ''] = /^([^\s,，]*)[\s,，]*([\s\S]*)$/.exec(rest) ?? [];
  const [, lasts = '', told = ''] =
    /^([\s\S]*?)(?:\b(?:because|since|as)\b|因为|[,，:：]|$)\s*([\s\S]*)$/iu.exec(tail) ?? [];
  const hours = hoursOf(lasts);
  const reason = told.replace(/^(?:because\b|因为)\s*/i, '').trim();
  const draft = {
    do: 'request-access' as const,
    ...(/^[\w.@:-]{1,80}$/.test(entitlement) ? { entitlement } : {}),
    ...(hours && hours <= LONGEST_ACCESS_HOURS ? { hours } : {}),
    ...(reason ? { reason } : {}),
  };
  return 'entitlement' in draft && 'hours' in draft && 'reason' in draft
    ? (draft as Command)
    : { do: 'show-form', draft: draft as Draft };
}

function show(id: string): Command {
  if (id.startsWith('REQ-')) return { do: 'show-request', request: id };
  if (id.startsWith('CHG-')) return { do: 'show-change', change: id };
  return { do: 'show-ticket', ticket: id };
}

function aboutRecord(id: string, verb: Verb, rest: string): Command | undefined {
  if (verb === 'show') return show(id);
  if (verb === 'audit') return { do: 'audit', record: id };
  return id.startsWith('INC-') ? aboutTicket(id, verb as TicketVerb, rest) : undefined;
}

/** `sop`, `sop find laptop stolen`, `sop show laptop-loss`, `sop status laptop-loss`; other words only as a command. */
function aboutSops(rest: string, commanded: boolean): Command | undefined {
  const [, verb, words = ''] = /^(find|show|status|查找|查看|状态)(?![a-z])\s*([\s\S]*)$/i.exec(rest) ?? [];
  const what = verb?.toLowerCase();
  const named = /^[a-z0-9-]{1,60}$/i.test(words);
  if ((what === 'show' || what === '查看') && named) return { do: 'show-sop', sop: words.toLowerCase() };
  if ((what === 'status' || what === '状态') && named) return { do: 'sop-status', sop: words.toLowerCase() };
  const sought = what === 'find' || what === '查找' ? words : rest;
  if (sought === '') return { do: 'find-sop' };
  return sought !== rest || commanded ? { do: 'find-sop', words: sought.slice(0, LONGEST_SEARCH) } : undefined;
}

/** What was written after `new`: its first line names the ticket, and nothing of it is lost. */
function newTicket(rest: string): Command {
  const title = rest.split('\n', 1)[0]!.trim().slice(0, LONGEST_TITLE);
  return form({ do: 'open-ticket', ...(title ? { title } : {}), ...(title === rest ? {} : { details: rest }) });
}

/** Said in passing, only a few words or a filter are sought: `find me somebody who can help` is a question. */
const isSought = (rest: string): boolean =>
  /(^|\s)(state|person|group|状态|人员|组)[:：]/i.test(rest) ||
  (/^\S+(\s+\S+){0,2}$/.test(rest) &&
    !/^(me|my|out|the|a|an|how|where|us|our|someone|somebody)\b/i.test(rest) &&
    rest.length <= 30);

/** A command that is none: in a thread after the sign, or elsewhere when its first word is nearly a verb. */
function misspelt(words: string, bound: string | undefined, signed: boolean): Command | undefined {
  const first = firstWord(words);
  const ticket = ticketIn(words) ?? (bound?.startsWith('INC-') ? bound : undefined);
  const near = spellings.some(([word]) => isMisspelt(first, word));
  if (!near && !(signed && bound)) return undefined;
  return { do: 'help', unknown: words.slice(0, LONGEST_SEARCH), ...(ticket ? { ticket } : {}) };
}

/** Keyboards in Chinese write a full-width exclamation mark. */
const slash = /^\s*(?:\/it\b|[!！])\s*/i;

/** Whether words are given as a command and not said in passing. */
export const isCommand = (words: string): boolean => slash.test(visible(words));

/**
 * @param bound the record of the thread the words were said in: its number may be left out.
 * @param given.commanded said as a command (`/it …`, `!…`) and not in passing: a verb may be followed by anything.
 */
export function understand(said: string, given: { bound?: string | undefined; commanded?: boolean }): Understood {
  const seen = visible(said);
  const signed = slash.test(seen);
  const commanded = given.commanded === true || signed;
  const words = seen.replace(slash, '').trim();
  const understood = read(words, commanded, given.bound);
  // What is no command is kept as it was said.
  if (understood.do === 'words' && !signed) understood.words = said.trim();
  if (understood.do !== 'words' || !commanded || words === '') return understood;
  return misspelt(words, given.bound, signed) ?? understood;
}

function read(words: string, commanded: boolean, bound: string | undefined): Understood {
  const asked = { do: 'words' as const, words };

  const numbered = /^(INC|REQ|CHG)-(\d{1,9})\b[\s:：,，]*([\s\S]*)$/i.exec(words);
  if (numbered) {
    const id = `${numbered[1]!.toUpperCase()}-${Number(numbered[2])}`;
    const rest = numbered[3]!.trim();
    if (!rest) return show(id);
    const found = verbOf(rest);
    return (found && aboutRecord(id, found.verb, found.rest)) ?? asked;
  }

  const found = verbOf(words);
  if (!found) return words === '' && commanded ? { do: 'help' } : asked;
  const { verb, rest } = found;
  const target = /^(INC|REQ|CHG)-(\d{1,9})\b[\s:：,，]*([\s\S]*)$/i.exec(rest);
  const tied =
    bound?.startsWith('INC-') && target && !/\bINC-\d/i.test(target[3]!) ? tie(bound, verb, rest) : undefined;
  if (tied) return tied;
  if (target) {
    const id = `${target[1]!.toUpperCase()}-${Number(target[2])}`;
    const command = aboutRecord(id, verb, target[3]!.trim());
    if (command) return command;
  }
  const agreed = verb === 'audit' && /^(DUTY|LEAVE)-(\d{1,9})$/i.exec(rest);
  if (agreed) return { do: 'audit', record: `${agreed[1]!.toUpperCase()}-${Number(agreed[2])}` };
  if (bound && (commanded || rest === '')) {
    const command = aboutRecord(bound, verb, rest);
    if (command) return command;
  }
  if (verb === 'lang' && /^(en|zh|english|chinese|中文|英文)$/i.test(rest))
    return { do: 'set-language', lang: /^(zh|chinese|中文)$/i.test(rest) ? 'zh' : 'en' };
  if (verb === 'request' && (commanded || rest === '' || asksForAccess.test(rest))) return accessRequest(rest);
  if (verb === 'change' && /^(new|新建)?$/i.test(rest)) return form({ do: 'open-change' });
  if (verb === 'new' && (commanded || rest === '')) return newTicket(rest);
  if (verb === 'oncall') return aboutDuty(rest, commanded) ?? asked;
  if (verb === 'leave') return aboutLeave(rest, commanded) ?? asked;
  if (verb === 'swap' && rest === '') return form({ do: 'offer-shift' });
  if (verb === 'sop') return aboutSops(rest, commanded) ?? asked;
  if (verb === 'find' && (commanded || isSought(rest))) return { do: 'find', words: rest.slice(0, LONGEST_SEARCH) };
  if (verb === 'why' && /^Q-\d{1,9}$/i.test(rest)) return { do: 'why-answer', question: rest.toUpperCase() };
  if (verb === 'queue' && (rest === '' || (commanded && /^[\w.-]{1,60}$/.test(rest))))
    return rest ? { do: 'queue', group: rest } : { do: 'queue' };
  if (verb === 'forecast' && (rest === '' || (commanded && /^[\w.-]{1,60}$/.test(rest))))
    return rest ? { do: 'forecast', group: rest } : { do: 'forecast' };
  if (rest !== '') return asked;
  if (verb === 'mine') return { do: 'list-mine' };
  if (verb === 'learn') return { do: 'learn' };
  if (verb === 'questions') return { do: 'list-questions' };
  if (verb === 'why') return { do: 'why-answer' };
  if (verb === 'approvals') return { do: 'list-approvals' };
  if (verb === 'policy') return { do: 'policy' };
  if (verb === 'help') return { do: 'help' };
  return asked;
}
