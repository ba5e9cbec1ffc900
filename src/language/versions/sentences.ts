/** What the desk says about versions of its SLA policies. */
import { bold, code, moment, person, type Text, type Who } from '../../text.js';

export const en = {
  title: 'SLA policies',
  newTitle: 'The SLA policies have changed',
  inForce: (version: string, since: Date): Text => [
    'Version ',
    code(version),
    ' of sla.yaml applies to new tickets since ',
    moment(since),
    '.',
  ],
  hoursTitle: 'The working hours have changed',
  hoursInForce: (version: string, since: Date): Text => [
    'The desk counts all tickets, open ones too, by the new working hours of calendars.yaml since ',
    moment(since),
    '. The SLA targets are still version ',
    code(version),
    '.',
  ],
  moved: (count: number): Text => [
    count === 0
      ? 'No open ticket is due at another time.'
      : count === 1
        ? '1 open ticket is due at another time:'
        : `${count} open tickets are due at another time:`,
  ],
  otherHoursOnFile: [
    'The files have other working hours. The desk counts all tickets by them from its next start. If it did so now:',
  ] as Text,
  replaces: (version: string): Text => [
    'The version before was ',
    code(version),
    '. Open tickets keep their SLA targets.',
  ],
  affected: (count: number): Text =>
    count === 0
      ? ['No open ticket would get other SLA targets.']
      : [
          bold(String(count)),
          count === 1 ? ' open ticket would get other SLA targets:' : ' open tickets would get other SLA targets:',
        ],
  move: (ticket: string, policy: { from: string; to: string }, due: { from: Date; to: Date }): Text => [
    bold(ticket),
    policy.from === policy.to ? ` ${policy.to}: due ` : ` ${policy.from} → ${policy.to}: due `,
    moment(due.from),
    ' → ',
    moment(due.to),
  ],
  more: (count: number): Text => [`… and ${count} more`],
  keep: 'Apply to new tickets',
  apply: 'Apply to open tickets too',
  confirm: (count: number) => ({
    title: 'Change the SLA targets of open tickets?',
    text: `Open tickets: ${count}. The time counted and all pauses are kept.`,
  }),
  kept: (by: Who, at: Date): Text => [
    'Open tickets keep their SLA targets. ',
    person(by),
    ' decided this on ',
    moment(at),
    '.',
  ],
  applied: (by: Who, at: Date): Text => [
    'The version applies to open tickets too. ',
    person(by),
    ' decided this on ',
    moment(at),
    '.',
  ],
  decidedBefore: (by: Who, at: Date): Text => [person(by), ' already decided this on ', moment(at), '.'],
  replaced: ['A newer version of the SLA policies is in force. Type ', code('policy'), ' to see it.'] as Text,
  sameOnFile: ['The file matches the version in force.'] as Text,
  otherOnFile: (version: string): Text => [
    'The file holds version ',
    code(version),
    '. It applies to new tickets from the next start of the desk. If it applied to open tickets now:',
  ],
  wrongOnFile: (message: string): Text => ['The file has an error: ', code(message)],
  willKeep: ['New tickets follow this version. Open tickets keep their SLA targets.'] as Text,
  willApply: ['Open tickets switch to this version now. The time counted and all pauses are kept.'] as Text,
};

export const zh: typeof en = {
  title: 'SLA 策略',
  newTitle: 'SLA 策略已更新',
  inForce: (version, since) => ['自 ', moment(since), ' 起，新工单适用 sla.yaml 版本 ', code(version), '。'],
  hoursTitle: '工作时间已更新',
  hoursInForce: (version, since) => [
    '自 ',
    moment(since),
    ' 起，所有工单（包括未完结的）都按 calendars.yaml 中新的工作时间计时。SLA 时限仍为版本 ',
    code(version),
    '。',
  ],
  moved: (count) => [count === 0 ? '没有未完结的工单改变截止时间。' : `${count} 个未完结的工单改变了截止时间：`],
  otherHoursOnFile: ['文件中是新的工作时间，服务台下次启动时用于所有工单。如果现在就用：'],
  replaces: (version) => ['此前为版本 ', code(version), '。未完结的工单保留原有时限。'],
  affected: (count) =>
    count === 0 ? ['没有未完结的工单会因此改变时限。'] : [bold(String(count)), ' 个未完结的工单会改变时限：'],
  move: (ticket, policy, due) => [
    bold(ticket),
    policy.from === policy.to ? ` ${policy.to}：截止 ` : ` ${policy.from} → ${policy.to}：截止 `,
    moment(due.from),
    ' → ',
    moment(due.to),
  ],
  more: (count) => [`… 另有 ${count} 个`],
  keep: '仅用于新工单',
  apply: '也用于未完结的工单',
  confirm: (count) => ({
    title: '要更改未完结工单的时限吗？',
    text: `未完结的工单：${count} 个。已计时间和所有暂停都会保留。`,
  }),
  kept: (by, at) => [person(by), ' 已于 ', moment(at), ' 决定：未完结的工单保留原有时限。'],
  applied: (by, at) => ['已用于未完结的工单，由 ', person(by), ' 于 ', moment(at), ' 决定。'],
  decidedBefore: (by, at) => [person(by), ' 已于 ', moment(at), ' 作出决定。'],
  replaced: ['已有更新的 SLA 策略生效。请输入 ', code('策略'), ' 查看。'],
  sameOnFile: ['文件与生效的版本一致。'],
  otherOnFile: (version) => [
    '文件中是版本 ',
    code(version),
    '，服务台下次启动时用于新工单。如果现在也用于未完结的工单：',
  ],
  wrongOnFile: (message) => ['文件有错误：', code(message)],
  willKeep: ['新工单适用此版本，未完结的工单保留原有时限。'],
  willApply: ['未完结的工单正在改用此版本。已计时间和所有暂停都会保留。'],
};
