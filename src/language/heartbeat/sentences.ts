/** What the desk tells administrators about its own jobs. */
import { bold, code, moment, type Text } from '../../text.js';

export const en = {
  silent: 'The desk’s background jobs have stopped',
  stopped: 'Stopped',
  since: (since: Date, sweeps: string): Text => [
    'Since ',
    moment(since),
    ', these jobs have not completed: ',
    sweeps,
    '.',
  ],
  remedy: [
    'Reminders, approvals and the end of access may be late. The log says why. Once the jobs run again, the desk catches up.',
  ] satisfies Text,
  recovered: 'The desk’s background jobs run again',
  running: 'Running',
  between: (since: Date, until: Date): Text => [
    'The jobs were stopped from ',
    moment(since),
    ' to ',
    moment(until),
    '. The desk is catching up.',
  ],
  troubled: (record: string) => `${record} cannot be processed`,
  stuck: 'Stuck',
  trouble: (record: string, sweep: string): Text => [
    'The desk cannot process the due steps of ',
    bold(record),
    ' (',
    code(sweep),
    '). All other records are processed.',
  ],
  troubleRemedy: [
    'The log says why. The desk keeps trying, and reports this record once a day until it succeeds.',
  ] satisfies Text,
};

export const zh: typeof en = {
  silent: '服务台的后台任务已停止',
  stopped: '已停止',
  since: (since, sweeps) => ['自 ', moment(since), ' 起，这些后台任务没有正常完成：', sweeps, '。'],
  remedy: ['提醒、审批和权限到期可能会延误。原因请查看日志；任务恢复后会自动补上。'],
  recovered: '服务台的后台任务已恢复',
  running: '运行中',
  between: (since, until) => ['任务中断时间：', moment(since), ' 至 ', moment(until), '。错过的事项正在补上。'],
  troubled: (record) => `无法处理 ${record}`,
  stuck: '受阻',
  trouble: (record, sweep) => ['服务台无法处理 ', bold(record), ' 的到期事项（', code(sweep), '），其他事项不受影响。'],
  troubleRemedy: ['原因请查看日志。服务台会继续重试，在成功之前每天提醒一次。'],
};
