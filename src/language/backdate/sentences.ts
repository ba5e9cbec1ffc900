/** What the desk says when a ticket counts from before it was opened. */
import { moment, person, type Text, type Who } from '../../text.js';

export const en = {
  formTitle: 'Counts since',
  formFrom: 'Since when does it count?',
  counts: (id: string, from: Date, due: Date): Text => [
    `${id} counts since `,
    moment(from),
    '. The solution is due ',
    moment(due),
    '.',
  ],
  line: (from: Date, to: Date): Text => ['moved its start from ', moment(from), ' to ', moment(to)],
  moved: (by: Who, at: Date, from: Date, to: Date): Text => [
    person(by),
    ' moved its start from ',
    moment(from),
    ' to ',
    moment(to),
    ', on ',
    moment(at),
    '.',
  ],
  future: (from: Date): Text => [moment(from), ' is still to come. Say when the trouble began.'],
  afterOpening: (id: string, opened: Date): Text => [
    `${id} was opened `,
    moment(opened),
    ' and counts from then at the latest. Say an earlier moment.',
  ],
  tooFar: (from: Date, days: number): Text => [
    moment(from),
    ` is more than ${days} days ago. Say a later moment, and write the rest as a note.`,
  ],
};

export const zh: typeof en = {
  formTitle: '起算时间',
  formFrom: '从什么时候起算？',
  counts: (id, from, due) => [`${id} 从 `, moment(from), ' 起计时。解决期限为 ', moment(due), '。'],
  line: (from, to) => ['将起算时间由 ', moment(from), ' 改为 ', moment(to)],
  moved: (by, at, from, to) => [
    person(by),
    ' 于 ',
    moment(at),
    ' 将起算时间由 ',
    moment(from),
    ' 改为 ',
    moment(to),
    '。',
  ],
  future: (from) => [moment(from), ' 还没有到。请填写问题开始的时间。'],
  afterOpening: (id, opened) => [`${id} 于 `, moment(opened), ' 开单，最晚从那时起算。请填写更早的时间。'],
  tooFar: (from, days) => [moment(from), ` 距今已超过 ${days} 天。请填写较近的时间，其余写在备注里。`],
};
