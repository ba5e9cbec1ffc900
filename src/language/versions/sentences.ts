/** What the desk says about versions of its promises. */
import { bold, code, moment, person, type Text, type Who } from '../../text.js';

export const en = {
  title: 'The desk’s promises',
  newTitle: 'The desk’s promises have changed',
  inForce: (version: string, since: Date): Text => [
    'New tickets are promised what version ',
    code(version),
    ' of sla.yaml says, since ',
    moment(since),
    '.',
  ],
  replaces: (version: string): Text => ['Before it was version ', code(version), '. Open tickets keep theirs.'],
  affected: (count: number): Text =>
    count === 0
      ? ['No open ticket would have other targets.']
      : [
          bold(String(count)),
          count === 1 ? ' open ticket would have other targets:' : ' open tickets would have other targets:',
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
    title: 'Change what open tickets are promised?',
    text: `Open tickets: ${count}. What was counted and every pause stay.`,
  }),
  kept: (by: Who, at: Date): Text => [person(by), ' left open tickets what they were promised, ', moment(at), '.'],
  applied: (by: Who, at: Date): Text => ['Open tickets have taken it. ', person(by), ' decided it, ', moment(at), '.'],
  decidedBefore: (by: Who, at: Date): Text => [person(by), ' has decided this on ', moment(at), '.'],
  replaced: ['A newer version of the promises is in force. Type ', code('policy'), ' to see it.'] as Text,
  sameOnFile: ['The file is the one in force.'] as Text,
  otherOnFile: (version: string): Text => [
    'On file is version ',
    code(version),
    ', which the desk takes for new tickets when it starts next. If open tickets took it too now:',
  ],
  wrongOnFile: (message: string): Text => ['The file cannot be taken: ', code(message)],
  willKeep: ['New tickets have it; open tickets keep what they were promised.'] as Text,
  willApply: ['Open tickets take it now. What was counted and every pause stay.'] as Text,
};

export const zh: typeof en = {
  title: '服务台的承诺',
  newTitle: '服务台的承诺已更新',
  inForce: (version, since) => ['自 ', moment(since), ' 起，新工单适用 sla.yaml 版本 ', code(version), '。'],
  replaces: (version) => ['此前为版本 ', code(version), '。未完结的工单保留原有承诺。'],
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
    title: '要改变未完结工单的承诺吗？',
    text: `未完结的工单：${count} 个。已计时间和所有暂停都会保留。`,
  }),
  kept: (by, at) => [person(by), ' 已于 ', moment(at), ' 决定：未完结的工单保留原有承诺。'],
  applied: (by, at) => ['已用于未完结的工单，由 ', person(by), ' 于 ', moment(at), ' 决定。'],
  decidedBefore: (by, at) => [person(by), ' 已于 ', moment(at), ' 作出决定。'],
  replaced: ['已有更新的承诺生效。请输入 ', code('策略'), ' 查看。'],
  sameOnFile: ['文件与生效的版本一致。'],
  otherOnFile: (version) => [
    '文件中是版本 ',
    code(version),
    '，服务台下次启动时用于新工单。如果现在也用于未完结的工单：',
  ],
  wrongOnFile: (message) => ['文件无法使用：', code(message)],
  willKeep: ['新工单适用新版本，未完结的工单保留原有承诺。'],
  willApply: ['正在用于未完结的工单。已计时间和所有暂停都会保留。'],
};
