/** What the desk says when it reminds, and about help and snoozing. */
import { bold, moment, names, person, type Text, type Who } from '../../text.js';

export const en = {
  title: (count: number) => `${count} tickets need your attention`,
  brokenTitle: (count: number) => `${count} tickets have breached an SLA target`,
  overdue: (target: string, due: Date): Text => [bold(target), ' is still overdue; it was due ', moment(due), '.'],
  yours: (tier?: string): Text => [
    tier
      ? `The ticket is now assigned to you: escalated to ${tier}.`
      : 'The ticket is now assigned to you: you have the best skill for it.',
  ],
  with: (to: Who, tier?: string): Text => [
    'The ticket is now assigned to ',
    person(to),
    tier ? `: escalated to ${tier}.` : ', the most skilled agent.',
  ],
  asked: (who: Who): Text => [person(who), ' asks for your help.'],
  inPlaceOf: (people: readonly Who[]): Text => ['You get this message instead of ', ...names(people, ' and '), '.'],
  more: (ids: readonly string[], left: number): Text => [
    `And ${ids.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`,
  ],
  raisedTitle: (id: string) => `${id} was reassigned`,
  raisedLine: (to: string, tier?: string) => (tier ? `escalated to ${tier}, assigned to ${to}` : `reassigned to ${to}`),
  overdueLine: (target: string) => `${target}: still overdue`,

  button: { help: 'Need help', waitForUser: 'Wait for user…', snooze: 'Snooze…' },
  snoozed: (id: string, until: Date): Text => [
    `No reminders for ${id} until `,
    moment(until),
    '. The SLA clock keeps running.',
  ],
  snoozedLine: 'snoozed reminders',
  tooLong: (most: string): Text => [`Reminders can be snoozed for at most ${most} of working time.`],
  helpAsked: (id: string, whom: readonly Who[]): Text => [
    ...names(whom, ' and '),
    ` will be notified that you need help with ${id}.`,
  ],
  nobodyHelps: (id: string): Text => [
    `The group of ${id} has no other lead or backup to help you. Escalate the ticket instead.`,
  ],
  helpTitle: (id: string, who: string) => `${id}: ${who} needs help`,
  helpLine: 'asked for help',
  form: {
    helpTitle: 'Ask for help',
    help: 'What do you need?',
    helpHint: 'The lead and the backup read this. Reminders pause meanwhile; the SLA clock keeps running.',
    snoozeTitle: 'Snooze reminders',
    hours: 'For how long? (working time)',
    snooze: 'Reason',
    snoozeHint: 'The SLA clock keeps running, and the desk still reports a breach.',
  },
};

export const zh: typeof en = {
  title: (count) => `${count} 个工单需要您处理`,
  brokenTitle: (count) => `${count} 个工单已超出时限`,
  overdue: (target, due) => [bold(target), ' 仍未完成，截止时间为 ', moment(due), '。'],
  yours: (tier) => [tier ? `工单现由您负责：已升级到 ${tier}。` : '工单现由您负责：您的技能最匹配。'],
  with: (to, tier) => ['工单现由 ', person(to), tier ? ` 负责：已升级到 ${tier}。` : ' 负责：其技能最匹配。'],
  asked: (who) => [person(who), ' 请您协助。'],
  inPlaceOf: (people) => ['您代 ', ...names(people, '、'), ' 收到此提醒。'],
  more: (ids, left) => [`还有 ${ids.join('、')}${left > 0 ? ` 等，另有 ${left} 个` : ''}。`],
  raisedTitle: (id) => `${id} 已换处理人`,
  raisedLine: (to, tier) => (tier ? `升级到 ${tier}，分派给 ${to}` : `转派给 ${to}`),
  overdueLine: (target) => `${target}：仍然超时`,

  button: { help: '需要帮助', waitForUser: '等待用户…', snooze: '暂缓提醒…' },
  snoozed: (id, until) => [moment(until), ` 前不再提醒 ${id}。时限继续计时。`],
  snoozedLine: '暂缓了提醒',
  tooLong: (most) => [`提醒最多可暂缓 ${most}（工作时间）。`],
  helpAsked: (id, whom) => [...names(whom, '、'), ` 会收到通知：您在 ${id} 上需要帮助。`],
  nobodyHelps: (id) => [`${id} 所在组没有其他组长或备份人可以协助，请改为升级。`],
  helpTitle: (id, who) => `${id}：${who} 需要帮助`,
  helpLine: '请求帮助',
  form: {
    helpTitle: '请求帮助',
    help: '您需要什么？',
    helpHint: '组长和备份人会看到。期间暂停提醒，时限继续计时。',
    snoozeTitle: '暂缓提醒',
    hours: '多久？（工作时间）',
    snooze: '原因',
    snoozeHint: '时限继续计时，超时仍会通知。',
  },
};
