/** What the desk says when a ticket counts from before it was opened. */
import { moment, person, type Text, type Who } from '../../text.js';

export const en = {
  formTitle: 'SLA clock start',
  formFrom: 'When did the problem start?',
  counts: (id: string, from: Date, due: Date): Text => [
    `The SLA clock of ${id} now starts at `,
    moment(from),
    '. The solution is due ',
    moment(due),
    '.',
  ],
  line: (from: Date, to: Date): Text => ['moved its SLA start from ', moment(from), ' to ', moment(to)],
  moved: (by: Who, at: Date, from: Date, to: Date): Text => [
    person(by),
    ' moved its SLA start from ',
    moment(from),
    ' to ',
    moment(to),
    ', on ',
    moment(at),
    '.',
  ],
  future: (from: Date): Text => [moment(from), ' is in the future. Say when the problem started.'],
  afterOpening: (id: string, opened: Date): Text => [`${id} was opened `, moment(opened), '. Choose an earlier time.'],
  tooFar: (from: Date, days: number): Text => [
    moment(from),
    ` is more than ${days} days ago. Choose a later time, and add the rest as a note.`,
  ],
};

export const zh: typeof en = {
  formTitle: '起算时间',
  formFrom: '问题从何时开始？',
  counts: (id, from, due) => [`${id} 从 `, moment(from), ' 起计时。解决期限为 ', moment(due), '。'],
  line: (from, to) => ['将 起算时间由 ', moment(from), ' 改为 ', moment(to)],
  moved: (by, at, from, to) => [
    person(by),
    ' 于 ',
    moment(at),
    ' 将 起算时间由 ',
    moment(from),
    ' 改为 ',
    moment(to),
    '。',
  ],
  future: (from) => [moment(from), ' 是将来的时间。请填写问题开始的时间。'],
  afterOpening: (id, opened) => [`${id} 于 `, moment(opened), ' 新建。请填写更早的时间。'],
  tooFar: (from, days) => [moment(from), ` 距今已超过 ${days} 天。请填写较近的时间，其余写在备注里。`],
};
