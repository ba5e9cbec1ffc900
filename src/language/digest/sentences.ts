/** What the desk tells a group once a day. */
import { bold, clock, moment, type Text } from '../../text.js';

type Named = { en: string; zh: string };

export const en = {
  title: (group: Named, open: number) => `${group.en} today: ${open} open`,
  overdue: (count: number) => `${count} overdue`,
  priorities: 'By priority',
  unclaimed: 'Unclaimed',
  waiting: 'On hold',
  cause: { user: 'requester', supplier: 'supplier', approval: 'approval', change: 'change' },
  due: 'Due',
  dueValue: (overdue: number, today: number): Text => [`${overdue} overdue · ${today} today`],
  oldest: 'Oldest',
  since: (opened: Date): Text => [', since ', moment(opened)],
  overdueOnes: [bold('Overdue:')] as Text,
  wasDue: (due: Date): Text => [', due ', moment(due)],
  late: (due: Date): Text => ['This digest is late: it was due at ', clock(due), '.'],
  queue: 'Queue',
};

export const zh: typeof en = {
  title: (group, open) => `${group.zh}今日概况：${open} 个未完结`,
  overdue: (count) => `${count} 个已逾期`,
  priorities: '按优先级',
  unclaimed: '无人认领',
  waiting: '等待中',
  cause: { user: '提单人', supplier: '供应商', approval: '审批', change: '变更' },
  due: '到期',
  dueValue: (overdue, today) => [`已逾期 ${overdue} · 今日到期 ${today}`],
  oldest: '最早的',
  since: (opened) => ['，始于 ', moment(opened)],
  overdueOnes: [bold('已逾期：')],
  wasDue: (due) => ['，截止 ', moment(due)],
  late: (due) => ['本概况发送延迟，原定时间为 ', clock(due), '。'],
  queue: '队列',
};
