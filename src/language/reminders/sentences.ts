/** What the desk says when it reminds, and about help and snoozing. */
import { bold, moment, person, type Span, type Text, type Who } from '../../text.js';

const names = (people: readonly Who[], and: string): Span[] =>
  people.flatMap((each, index): Span[] => (index === 0 ? [person(each)] : [and, person(each)]));

export const en = {
  title: (count: number) => `${count} tickets need you`,
  brokenTitle: (count: number) => `${count} tickets are past their promise`,
  overdue: (target: string, due: Date): Text => [bold(target), ' is still owed; it was due ', moment(due), '.'],
  yours: (tier?: string): Text => [
    tier ? `It is yours now: raised to ${tier}.` : 'It is yours now: you know this best.',
  ],
  with: (to: Who, tier?: string): Text => [
    'It went to ',
    person(to),
    tier ? `, raised to ${tier}.` : ', who knows this best.',
  ],
  asked: (who: Who): Text => [person(who), ' asks for your help.'],
  inPlaceOf: (people: readonly Who[]): Text => ['You read this in place of ', ...names(people, ' and '), '.'],
  more: (ids: readonly string[], left: number): Text => [
    `And ${ids.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`,
  ],
  raisedTitle: (id: string) => `${id} changed hands`,
  raisedLine: (to: string, tier?: string) => (tier ? `raised to ${tier}, to ${to}` : `handed to ${to}`),
  overdueLine: (target: string) => `${target}: still overdue`,

  button: { help: 'Need help', waitForUser: 'Wait for user…', snooze: 'Snooze…' },
  snoozed: (id: string, until: Date): Text => [`No reminders for ${id} until `, moment(until), '. The clock runs on.'],
  snoozedLine: 'snoozed reminders',
  tooLong: (most: string): Text => [`Reminders can be snoozed for at most ${most} of working time.`],
  helpAsked: (id: string, whom: readonly Who[]): Text => [
    ...names(whom, ' and '),
    ` will read that you need help with ${id}.`,
  ],
  nobodyHelps: (id: string): Text => [`Nobody is named who could help with ${id}. Escalate it instead.`],
  helpTitle: (id: string, who: string) => `${id}: ${who} needs help`,
  helpLine: 'asked for help',
  form: {
    helpTitle: 'Ask for help',
    help: 'What do you need?',
    helpHint: 'The lead and the backup read this. Reminders keep still meanwhile; the clock runs on.',
    snoozeTitle: 'Snooze reminders',
    hours: 'For how long? (working time)',
    snooze: 'Why?',
    snoozeHint: 'The clock runs on, and a breach is told all the same.',
  },
};

export const zh: typeof en = {
  title: (count) => `${count} 个工单需要您处理`,
  brokenTitle: (count) => `${count} 个工单已超出承诺时限`,
  overdue: (target, due) => [bold(target), ' 仍未完成，截止时间为 ', moment(due), '。'],
  yours: (tier) => [tier ? `现由您负责：已升至 ${tier}。` : '现由您负责：您最熟悉这类问题。'],
  with: (to, tier) => ['已交给 ', person(to), tier ? `，升至 ${tier}。` : '，对方最熟悉这类问题。'],
  asked: (who) => [person(who), ' 请您协助。'],
  inPlaceOf: (people) => ['您代 ', ...names(people, '、'), ' 收到此提醒。'],
  more: (ids, left) => [`还有 ${ids.join('、')}${left > 0 ? ` 等，另有 ${left} 个` : ''}。`],
  raisedTitle: (id) => `${id} 已换处理人`,
  raisedLine: (to, tier) => (tier ? `升至 ${tier}，交给 ${to}` : `交给 ${to}`),
  overdueLine: (target) => `${target}：仍然超时`,

  button: { help: '需要帮助', waitForUser: '等待用户…', snooze: '暂缓提醒…' },
  snoozed: (id, until) => [moment(until), ` 前不再提醒 ${id}。计时继续。`],
  snoozedLine: '暂缓了提醒',
  tooLong: (most) => [`提醒最多可暂缓 ${most}（工作时间）。`],
  helpAsked: (id, whom) => [...names(whom, '、'), ` 会看到您在 ${id} 上需要帮助。`],
  nobodyHelps: (id) => [`没有可以协助 ${id} 的人，请改为升级。`],
  helpTitle: (id, who) => `${id}：${who} 需要帮助`,
  helpLine: '请求帮助',
  form: {
    helpTitle: '请求帮助',
    help: '您需要什么？',
    helpHint: '组长和备份人会看到。期间不再提醒，计时继续。',
    snoozeTitle: '暂缓提醒',
    hours: '多久？（工作时间）',
    snooze: '原因',
    snoozeHint: '计时继续，超时仍会通知。',
  },
};
