/** What the desk says about versions of its SLA policies. */
import { bold, code, type Lang, moment, names, person, type Text, type Who } from '../../text.js';

type Label = Record<Lang, string>;

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

  // What is wrong with the catalogue
  lintTitle: 'Check of the access policies',
  lintFine: ['Nothing is wrong with the catalogue of access.'] as Text,
  lintCount: (count: number): string => (count === 1 ? '1 finding' : `${count} findings`),
  lintSeen: (count: number): Text => [
    `The check of the access policies has ${en.lintCount(count)}. To read them, type `,
    code('policy lint'),
    '.',
  ],
  lintNext: 'Next',
  flaw: {
    at: (place: string, title: Label): Text => [code(place), ' ', bold(title.en), ': '],
    ownerless: (owner: Who): Text => [
      'its owner, ',
      person(owner),
      ', has left, and no deputy is here. Name an owner and a deputy.',
    ],
    unasked: ['nobody is asked: the requester has it without a decision. Name a route that asks somebody.'] as Text,
    auto: (risk: string): Text => [
      `its risk is ${risk}, and the first few requests are approved without a decision. Take out `,
      code('auto'),
      ' from its rule in approvals.yaml, or name a route here.',
    ],
    undecidable: (route: string, step: Label, requesters: readonly Who[]): Text => [
      'nobody can decide the step ',
      bold(step.en),
      ' of ',
      code(route),
      ' for ',
      ...names(requesters),
      '. Add approvers to the step, or to the fallback of approvals.yaml.',
    ],
    unrevocable: [
      'its grants are only in the desk’s own list, so nothing is taken away in the application. Name a ',
      code('provisioner'),
      '.',
    ] as Text,
    handless: ['nobody is left who takes it away by hand. Correct ', code('by'), ' of its provisioner.'] as Text,
    longer: (hours: number, part: Label, most: number): Text => [
      `it lasts up to ${hours} hours, and `,
      bold(part.en),
      `, which it concerns, at most ${most}. Lower `,
      code('maxHours'),
      ` to ${most}.`,
    ],
    neverFires: [
      'the rule can never hold anybody back: nobody may ask for both sides. Take the rule out, or correct ',
      code('for'),
      ' of the entitlements.',
    ] as Text,
  },
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

  lintTitle: '权限策略检查',
  lintFine: ['权限目录没有问题。'],
  lintCount: (count) => `${count} 项发现`,
  lintSeen: (count) => [`权限策略检查有 ${count} 项发现。查看请输入 `, code('策略检查'), '。'],
  lintNext: '下一页',
  flaw: {
    at: (place, title) => [code(place), ' ', bold(title.zh), '：'],
    ownerless: (owner) => ['负责人 ', person(owner), ' 已离职，且没有在职的副负责人。请指定负责人和副负责人。'],
    unasked: ['无人审批，申请人直接获得。请指定有审批人的路线。'],
    auto: (risk) => [
      `风险为${risk}，前几次申请却不经审批。请在 approvals.yaml 的相应规则中去掉 `,
      code('auto'),
      '，或在此指定路线。',
    ],
    undecidable: (route, step, requesters) => [
      code(route),
      ' 的步骤 ',
      bold(step.zh),
      ' 对以下申请人无人可审批：',
      ...names(requesters),
      '。请为该步骤或 approvals.yaml 的 fallback 增加审批人。',
    ],
    unrevocable: ['授权只记录在服务台自己的清单里，应用中不会收回。请指定 ', code('provisioner'), '。'],
    handless: ['没有人可以手工收回。请更正其 provisioner 的 ', code('by'), '。'],
    longer: (hours, part, most) => [
      `最长 ${hours} 小时，而所涉及的 `,
      bold(part.zh),
      ` 最长 ${most} 小时。请将 `,
      code('maxHours'),
      ` 降为 ${most}。`,
    ],
    neverFires: ['此规则永远不会起作用：没有人可以同时申请两边。请删除规则，或更正权限的 ', code('for'), '。'],
  },
};
