/** What the desk tells its administrators of its own jobs. */
import { moment, type Text } from '../card.js';

export const en = {
  silent: 'The desk has stopped looking for what is due',
  stopped: 'Silent',
  since: (since: Date, sweeps: string): Text => [
    'Since ',
    moment(since),
    ' these jobs have not ended well: ',
    sweeps,
    '.',
  ],
  remedy: [
    'Reminders, approvals and the end of access may come late. The log says why; once the jobs run again, what was missed is made up for.',
  ] satisfies Text,
  recovered: 'The desk looks for what is due again',
  running: 'Running',
  between: (since: Date, until: Date): Text => [
    'Its jobs were silent from ',
    moment(since),
    ' to ',
    moment(until),
    '. What was missed is being made up for.',
  ],
};

export const zh: typeof en = {
  silent: '服务台的后台任务已停止',
  stopped: '已停止',
  since: (since, sweeps) => ['自 ', moment(since), ' 起，这些后台任务没有正常完成：', sweeps, '。'],
  remedy: ['提醒、审批和权限到期可能会延误。原因请查看日志；任务恢复后会自动补上。'],
  recovered: '服务台的后台任务已恢复',
  running: '运行中',
  between: (since, until) => ['任务中断时间：', moment(since), ' 至 ', moment(until), '。错过的事项正在补上。'],
};
