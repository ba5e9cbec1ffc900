/** What the desk says about SLA targets, and about how it counts time. */
import { bold, day, moment, type Span, type Text } from '../../text.js';
import type { Handover, PauseCause, TargetName, Told } from './terms.js';

type Units = { h: string; min: string; s: string; gap: string };
/** From so many seconds on, single ones say nothing. */
const LONG = 600;

/** A length of working time; days would mislead, since a working day has no fixed length. */
function length(seconds: number, units: Units): string {
  const whole = seconds < LONG ? Math.round(seconds) : Math.round(seconds / 60) * 60;
  const parts = [
    [Math.floor(whole / 3600), units.h],
    [Math.floor((whole % 3600) / 60), units.min],
    [whole % 60, units.s],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return said.length > 0 ? said.join(units.gap) : `0${units.min}`;
}

const targets: Record<TargetName, string> = {
  firstResponse: 'First response',
  nextUpdate: 'Next update',
  resolution: 'Resolution',
  ola: 'Group target',
};
const told: Record<Told, string> = {
  assignee: 'the assignee',
  backup: 'the backup',
  lead: 'the lead',
  channel: 'the channel',
  manager: 'the manager',
  'service-owner': 'the service owner',
};
const acts: Record<Handover, string> = {
  'raise-tier': 'escalation to the next tier',
  reassign: 'reassignment to the most skilled agent',
};

const causes: Record<PauseCause, string> = {
  user: 'waiting for the requester',
  supplier: 'waiting for a supplier',
  approval: 'waiting for an approval',
  change: 'waiting for a change',
  resolved: 'resolved',
  closed: 'closed',
};

export const en = {
  target: targets,
  length: (seconds: number) => length(seconds, { h: ' h', min: ' min', s: ' s', gap: ' ' }),
  due: 'due',
  dueBy: (due: Date): Text => ['due ', moment(due)],
  metOn: (met: Date, late: boolean): Text => [late ? 'late, ' : 'met ', moment(met)],
  paused: ['the clock is paused'] as Text,
  breachedSince: (due: Date): Span[] => [bold('overdue'), ' since ', moment(due)],
  updatesEvery: (length: string): Text => [`every ${length} after the first response`],
  hearsBy: (due: Date): Text => ['The desk writes to you again by ', moment(due), '.'],
  waitClock: 'Hold',
  waitDue: (due: Date, told: Date | undefined): Text =>
    told ? ['over its limit since ', moment(due)] : ['until ', moment(due)],
  waitOverdueTitle: (id: string) => `${id} has been on hold too long`,
  waitOverdue: (cause: string, due: Date): Text => [
    `${cause}: the hold should have ended by `,
    moment(due),
    '. Ask again, or resume the work.',
  ],
  stepLabel: (at: number, roles: readonly Told[], act?: Handover): string =>
    `${at} %: ${[...roles.map((role) => told[role]), ...(act ? [acts[act]] : [])].join(', ') || 'a mark on this card'}`,
  stepTaken: (label: string, taken: Date): Text => [`${label} (notified `, moment(taken), ')'],
  markTaken: (label: string, taken: Date): Text => [`${label} (`, moment(taken), ')'],
  stepComing: (label: string, due: Date): Text => [`${label} (`, moment(due), ')'],
  ladder: (target: string): Text => ['Escalation ladder of the ', bold(target.toLowerCase()), ':'],

  nagTitle: (id: string) => `${id} needs your attention`,
  breachTitle: (id: string) => `${id}: SLA target breached`,
  used: (target: string, at: number, due: Date): Text => [
    bold(target),
    `: ${at} % of the time is used; due `,
    moment(due),
    '.',
  ],
  broken: (target: string, at: number, due: Date): Text => [
    bold(target),
    ` was due `,
    moment(due),
    at > 100 ? ` and is overdue by ${at - 100} % of its time.` : '.',
  ],
  late: (by: string): Text => [
    `This message is late by ${by} of working time: the desk was not running when it was due.`,
  ],

  whyTitle: (id: string) => `How the SLA of ${id} is counted`,
  policy: 'Policy',
  because: 'Because of',
  condition: { priority: 'priority', group: 'group', type: 'type', category: 'category' },
  isVip: (vip: boolean): string => (vip ? 'a VIP requester' : 'a requester without VIP status'),
  oneOf: (label: string, values: readonly string[]): string => `${label} ${values.join(' or ')}`,
  and: '; ',
  fallback: 'no other policy applies',
  everyTicket: 'it applies to every ticket',
  calendar: 'Calendar',
  calendarValue: (id: string, zone: string): Text => [bold(id), ` (${zone})`],
  started: 'Clock started',
  countedLabel: 'Counted so far',
  countedOf: (counted: string, promised: string): string => `${counted} of ${promised}`,
  spans: ['Working time counted:'] as Text,
  span: (from: Date, to: Date, counted: string): Text => [moment(from), ' – ', moment(to), ` = ${counted}`],
  noSpans: ['No working time yet: the calendar has been closed so far.'] as Text,
  pauses: ['Pauses, not counted:'] as Text,
  pause: (cause: PauseCause, from: Date, to: Date | undefined): Text =>
    to ? [`${causes[cause]} `, moment(from), ' – ', moment(to)] : [`${causes[cause]} since `, moment(from)],
  carried: (counted: string): Text => [`${counted} were counted earlier, by another calendar.`],
  promises: ['Earlier SLA targets; the time counted was kept:'] as Text,
  promise: (at: Date, policy: string, counted: string, due: { from: Date; to: Date }): Text => [
    'until ',
    moment(at),
    ' ',
    bold(policy),
    `: ${counted} counted; the resolution target moved from `,
    moment(due.from),
    ' to ',
    moment(due.to),
  ],
  olaCounted: (counted: string, promised: string, calendar: string): Text => [
    `${counted} of ${promised} by `,
    bold(calendar),
    ', ',
  ],
  stays: ['Earlier groups and their group targets:'] as Text,
  stay: (group: string, from: Date, to: Date, counted: string, promised: string): Text => [
    bold(group),
    ' ',
    moment(from),
    ' – ',
    moment(to),
    `: ${counted} of ${promised}`,
  ],
  onlyUpdates: (text: Text): Text => [...text, ' (only the next update)'],
  earlierLines: (lines: number): Text => [`… and ${lines} earlier`],
  day: (at: Date, spans: number, counted: string): Text => [
    day(at),
    `: ${counted} in ${spans} ${spans === 1 ? 'span' : 'spans'}`,
  ],
  earlierDays: (days: number, counted: string): Text => [`… ${days} earlier days = ${counted}`],
  waitCounted: (cause: string, length: string, calendar: string, due: Date, told: Date | undefined): Text => [
    `${cause}: ${length} of `,
    bold(calendar),
    ' at most, ',
    told ? 'which ended ' : 'until ',
    moment(due),
    ...(told ? ['; notified ', moment(told)] : []),
  ],
  quiet: (until: Date): Text => [
    'An agent is working on it: no reminders before ',
    moment(until),
    '. The SLA clock keeps running.',
  ],
  next: 'Next',
  nextStep: (target: string, at: number, when: Date, whom: readonly Span[]): Text => [
    moment(when),
    `: ${target}, ${at} % → `,
    ...whom,
  ],
  act: acts,
  nobody: 'nobody, a mark on the card',
  nothingNext: ['nothing'] as Text,
};

const zhTargets: Record<TargetName, string> = {
  firstResponse: '首次响应',
  nextUpdate: '下次更新',
  resolution: '解决',
  ola: '本组时限',
};
const zhTold: Record<Told, string> = {
  assignee: '处理人',
  backup: '备份人',
  lead: '组长',
  channel: '频道',
  manager: '经理',
  'service-owner': '服务负责人',
};
const zhActs: Record<Handover, string> = { 'raise-tier': '升级到上一级支持', reassign: '转派给技能最匹配的坐席' };

const zhCauses: typeof causes = {
  user: '等待提单人',
  supplier: '等待供应商',
  approval: '等待审批',
  change: '等待变更',
  resolved: '已解决',
  closed: '已关闭',
};

export const zh: typeof en = {
  target: zhTargets,
  length: (seconds) => length(seconds, { h: ' 小时', min: ' 分钟', s: ' 秒', gap: ' ' }),
  due: '截止',
  dueBy: (due) => ['截止 ', moment(due)],
  metOn: (met, late) => [late ? '已超时，' : '已达成 ', moment(met)],
  paused: ['计时已停止'],
  breachedSince: (due) => [bold('已超时'), '，截止 ', moment(due)],
  updatesEvery: (length) => [`首次答复后每 ${length}`],
  hearsBy: (due) => ['服务台将在 ', moment(due), ' 前再次告知您进展。'],
  waitClock: '暂停期限',
  waitDue: (due, told) => (told ? ['已超出，期限为 ', moment(due)] : ['至 ', moment(due)]),
  waitOverdueTitle: (id) => `${id} 暂停时间过长`,
  waitOverdue: (cause, due) => [`${cause}：本应在 `, moment(due), ' 前结束。请催促对方，或继续处理。'],
  stepLabel: (at, roles, act) =>
    `${at}%：${[...roles.map((role) => zhTold[role]), ...(act ? [zhActs[act]] : [])].join('、') || '仅在此卡片上标记'}`,
  stepTaken: (label, taken) => [`${label}（已通知 `, moment(taken), '）'],
  markTaken: (label, taken) => [`${label}（`, moment(taken), '）'],
  stepComing: (label, due) => [`${label}（`, moment(due), '）'],
  ladder: (target) => [bold(target), '的升级规则：'],

  nagTitle: (id) => `${id} 需要您处理`,
  breachTitle: (id) => `${id}：已超出时限`,
  used: (target, at, due) => [bold(target), `：时间已用 ${at}%，截止 `, moment(due), '。'],
  broken: (target, at, due) => [
    bold(target),
    ' 应于 ',
    moment(due),
    at > 100 ? ` 前完成，已超出时限的 ${at - 100}%。` : ' 前完成。',
  ],
  late: (by) => [`此消息晚了 ${by}（工作时间）：到期时服务台未在运行。`],

  whyTitle: (id) => `${id} 的计时方式`,
  policy: '策略',
  because: '依据',
  condition: { priority: '优先级', group: '组', type: '类型', category: '类别' },
  isVip: (vip) => (vip ? '提单人为贵宾' : '提单人非贵宾'),
  oneOf: (label, values) => `${label} ${values.join(' 或 ')}`,
  and: '；',
  fallback: '没有其他策略适用',
  everyTicket: '适用于所有工单',
  calendar: '日历',
  calendarValue: (id, zone) => [bold(id), `（${zone}）`],
  started: '开始计时',
  countedLabel: '已计时',
  countedOf: (counted, promised) => `${counted} / ${promised}`,
  spans: ['计入的工作时间：'],
  span: (from, to, counted) => [moment(from), ' – ', moment(to), ` = ${counted}`],
  noSpans: ['尚无工作时间：此后一直处于非工作时间。'],
  pauses: ['暂停（不计时）：'],
  pause: (cause, from, to) =>
    to ? [`${zhCauses[cause]} `, moment(from), ' – ', moment(to)] : ['自 ', moment(from), ` 起${zhCauses[cause]}`],
  carried: (counted) => [`此前按另一日历已计时 ${counted}。`],
  promises: ['此前的时限（已计时间保留）：'],
  promise: (at, policy, counted, due) => [
    '至 ',
    moment(at),
    ' ',
    bold(policy),
    `：已计时 ${counted}；解决期限由 `,
    moment(due.from),
    ' 改为 ',
    moment(due.to),
  ],
  olaCounted: (counted, promised, calendar) => [`${counted} / ${promised}，按日历 `, bold(calendar), '，'],
  stays: ['此前的组及其本组时限：'],
  stay: (group, from, to, counted, promised) => [
    bold(group),
    ' ',
    moment(from),
    ' – ',
    moment(to),
    `：${counted} / ${promised}`,
  ],
  onlyUpdates: (text) => [...text, '（仅暂停下次更新）'],
  earlierLines: (lines) => [`… 以及更早的 ${lines} 条`],
  day: (at, spans, counted) => [day(at), `：共 ${spans} 段，${counted}`],
  earlierDays: (days, counted) => [`… 之前 ${days} 天 = ${counted}`],
  waitCounted: (cause, length, calendar, due, told) => [
    `${cause}：最长 ${length}，按日历 `,
    bold(calendar),
    told ? '，期限已过：' : '，至 ',
    moment(due),
    ...(told ? ['；已通知 ', moment(told)] : []),
  ],
  quiet: (until) => ['坐席正在处理：', moment(until), ' 前不再提醒。时限继续计时。'],
  next: '下一步',
  nextStep: (target, at, when, whom) => [moment(when), `：${target} ${at}% → `, ...whom],
  act: zhActs,
  nobody: '无人，仅在卡片上标记',
  nothingNext: ['无'],
};
