/** What the desk says about its promises, and about how time was counted. */
import { bold, code, moment, type Span, type Text } from '../card.js';
import type { Pause, TargetName, Told } from '../sla/sla.js';

type Units = { h: string; min: string; s: string; gap: string };
/** A length of working time; days would mislead, since a working day has no fixed length. */
function length(seconds: number, units: Units): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), units.h],
    [Math.floor((whole % 3600) / 60), units.min],
    [whole % 60, units.s],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return said.length > 0 ? said.join(units.gap) : `0${units.min}`;
}

const targets: Record<TargetName, string> = { firstResponse: 'First response', resolution: 'Resolution' };
const told: Record<Told, string> = {
  assignee: 'the assignee',
  backup: 'the backup',
  lead: 'the lead',
  channel: 'the channel',
  manager: 'the manager',
  'service-owner': 'the service owner',
};

const causes: Record<Pause['cause'], string> = {
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
  paused: ['the clock stands still'] as Text,
  breachedSince: (due: Date): Span[] => [bold('breached'), ' since ', moment(due)],
  stepLabel: (at: number, roles: readonly Told[]): string =>
    roles.length === 0 ? `${at} %: a mark here` : `${at} %: ${roles.map((role) => told[role]).join(', ')}`,
  stepTaken: (label: string, taken: Date): Text => [`${label} (told `, moment(taken), ')'],
  markTaken: (label: string, taken: Date): Text => [`${label} (`, moment(taken), ')'],
  stepComing: (label: string, due: Date): Text => [`${label} (`, moment(due), ')'],
  ladder: (target: string): Text => ['Ladder of the ', bold(target.toLowerCase()), ':'],

  nagTitle: (id: string) => `${id} needs you`,
  breachTitle: (id: string) => `${id}: the promise is broken`,
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
  late: (by: string): Text => [`This message is ${by} of working time late: the desk did not run when it was due.`],

  whyTitle: (id: string) => `How ${id} is counted`,
  policy: 'Policy',
  policyValue: (name: string, version: string): Text => [bold(name), ', version ', code(version)],
  calendar: 'Calendar',
  calendarValue: (id: string, zone: string): Text => [bold(id), ` (${zone})`],
  started: 'Clock started',
  countedLabel: 'Counted so far',
  countedOf: (counted: string, promised: string): string => `${counted} of ${promised}`,
  spans: ['Working time counted:'] as Text,
  span: (from: Date, to: Date, counted: string): Text => [moment(from), ' – ', moment(to), ` = ${counted}`],
  earlier: (spans: number, counted: string): Text => [`… ${spans} earlier spans = ${counted}`],
  noSpans: ['No working time yet: the calendar was closed since.'] as Text,
  pauses: ['Pauses, not counted:'] as Text,
  pause: (cause: Pause['cause'], from: Date, to: Date | undefined): Text =>
    to ? [`${causes[cause]} `, moment(from), ' – ', moment(to)] : [`${causes[cause]} since `, moment(from)],
  carried: (counted: string): Text => [`${counted} were counted before, under another priority.`],
  quiet: (until: Date): Text => ['Somebody is at it: no reminders before ', moment(until), '. The clock runs on.'],
  next: 'Next',
  nextStep: (target: string, at: number, when: Date, whom: readonly Span[]): Text => [
    moment(when),
    `: ${target}, ${at} % → `,
    ...whom,
  ],
  nobody: 'nobody, a mark on the card',
  nothingNext: ['nothing'] as Text,
};

const zhTargets: Record<TargetName, string> = { firstResponse: '首次响应', resolution: '解决' };
const zhTold: Record<Told, string> = {
  assignee: '处理人',
  backup: '备份人',
  lead: '组长',
  channel: '频道',
  manager: '经理',
  'service-owner': '服务负责人',
};

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
  stepLabel: (at, roles) =>
    roles.length === 0 ? `${at}%：卡片标记` : `${at}%：${roles.map((role) => zhTold[role]).join('、')}`,
  stepTaken: (label, taken) => [`${label}（已通知 `, moment(taken), '）'],
  markTaken: (label, taken) => [`${label}（`, moment(taken), '）'],
  stepComing: (label, due) => [`${label}（`, moment(due), '）'],
  ladder: (target) => [bold(target), ' 的升级阶梯：'],

  nagTitle: (id) => `${id} 需要您处理`,
  breachTitle: (id) => `${id}：已超出承诺时限`,
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
  policyValue: (name, version) => [bold(name), '，版本 ', code(version)],
  calendar: '日历',
  calendarValue: (id, zone) => [bold(id), `（${zone}）`],
  started: '开始计时',
  countedLabel: '已计时',
  countedOf: (counted, promised) => `${counted} / ${promised}`,
  spans: ['计入的工作时间：'],
  span: (from, to, counted) => [moment(from), ' – ', moment(to), ` = ${counted}`],
  earlier: (spans, counted) => [`… 之前 ${spans} 段 = ${counted}`],
  noSpans: ['尚无工作时间：此后一直处于非工作时间。'],
  pauses: ['暂停（不计时）：'],
  pause: (cause, from, to) =>
    to ? [`${zhCauses[cause]} `, moment(from), ' – ', moment(to)] : ['自 ', moment(from), ` 起${zhCauses[cause]}`],
  carried: (counted) => [`此前按另一优先级已计时 ${counted}。`],
  quiet: (until) => ['有人正在处理：', moment(until), ' 前不再提醒。计时继续。'],
  next: '下一步',
  nextStep: (target, at, when, whom) => [moment(when), `：${target} ${at}% → `, ...whom],
  nobody: '无人，仅在卡片上标记',
  nothingNext: ['无'],
};
