/** What the desk says about access: asking for it, getting it, its end. */
import { bold, code, type Lang, moment, person, type Text } from '../../text.js';

type Who = { id: string; name: string };
type Label = Record<Lang, string>;

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const en = {
  duration: (hours: number): string =>
    hours >= 24 && hours % 24 === 0 ? plural(hours / 24, 'day') : plural(hours, 'hour'),

  // Refusals
  unknownEntitlement: (said: string, id: string, nearest: Label): Text => [
    'The catalogue has no ',
    bold(said),
    '. Did you mean ',
    code(id),
    ` (${nearest.en})? Leave the name out to choose from the list.`,
  ],
  tooLong: (title: Label, hours: number, max: number): Text => [
    bold(title.en),
    ` is granted for at most ${en.duration(max)}, and you asked for ${en.duration(hours)}. Ask for ${en.duration(max)} or less. You can ask again before it ends.`,
  ],
  already: (id: string, title: Label, until: Date | undefined): Text =>
    until
      ? [
          'You hold ',
          bold(title.en),
          ' until ',
          moment(until),
          ' (',
          code(id),
          '). You can ask again after the reminder that it ends soon.',
        ]
      : ['You have already asked for ', bold(title.en), ': ', code(id), '. To change the request, withdraw it first.'],
  conflicts: (title: Label, other: Label, id: string): Text => [
    bold(title.en),
    ' cannot be held together with ',
    bold(other.en),
    ' (',
    code(id),
    '). Return or withdraw that one first.',
  ],
  notYours: [
    'Only its holder, the application owner, security officers and administrators can end this access.',
  ] as Text,
  notActive: (id: string, state: string): Text => [code(id), ` cannot be ended now: ${state.toLowerCase()}.`],

  // Answers
  sent: (id: string, approvers: readonly Who[]): Text => [
    code(id),
    ' was sent to ',
    ...approvers.flatMap((one, at) => (at === 0 ? [person(one)] : [', ', person(one)])),
    '. You are notified as soon as it is decided.',
  ],
  recorded: (id: string): Text => [code(id), ' is recorded.'],
  ending: (id: string): Text => [code(id), ' is being ended. You are notified when the application confirms it.'],

  // Cards
  title: (id: string, title: Label) => `${id} · ${title.en}`,
  name: (title: Label): string => title.en,
  state: {
    requested: 'Waiting for approval',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    expired: 'Expired without a decision',
    approved: 'Approved, being granted',
    barred: 'Not granted',
    active: 'Active',
    ending: 'Being ended',
    ended: 'Ended',
  },
  who: 'Requester',
  what: 'Access',
  howLong: 'Duration',
  beside: 'Holds already',
  titles: (titles: readonly Label[]): string => titles.map(({ en }) => en).join('; '),
  risk: 'Risk',
  risks: { low: 'Low', medium: 'Medium', high: 'High' },
  until: 'Until',
  ends: { expired: 'Expired', returned: 'Returned', revoked: 'Revoked' },
  endedHow: 'How it ended',
  failing: (tries: number): Text => [
    `The application has not confirmed it after ${plural(tries, 'attempt')}. The desk keeps trying, and the owner has been notified.`,
  ],
  barredBy: (id: string): Text => [
    'Not granted: it cannot be held together with ',
    code(id),
    ', which you hold now. Return that one, then ask again.',
  ],
  heldBy: (id: string): Text => ['Not granted: ', code(id), ' already gives the same access.'],
  unproven: (id: string, title: Label, who: Who): Text => [
    code(id),
    ' (',
    bold(title.en),
    ' for ',
    person(who),
    ') is marked as approved, but its approvals are missing. Nothing was granted. The database may have been altered.',
  ],
  unprovenTitle: (id: string) => `${id} is marked as approved without approvals`,
  trail: 'Decision trail',
  returnNow: 'Return now',
  returnTitle: 'Return this access?',
  returnText: 'It ends at once. If you need it again, you have to ask again.',
  yes: 'Return it',
  no: 'Keep it',
  askAgain: 'Ask again',
  mine: (id: string, title: Label, state: string, until: Date | undefined): Text => [
    code(id),
    ' ',
    bold(title.en),
    ` · ${state}`,
    ...(until ? [' until ', moment(until)] : []),
  ],

  // Form
  formTitle: 'Request access',
  formIntro: ['Access is granted for a limited time and ends automatically. You are reminded before it ends.'] as Text,
  entitlement: 'What do you need?',
  hours: 'For how long?',
  reason: 'Reason',
  reasonHint: 'The approvers will see this.',
  submit: 'Request',
  editTitle: (id: string) => `Change ${id}`,
  choice: (title: Label, max: number) => `${title.en} (up to ${en.duration(max)})`,

  // Notices
  grantedTitle: (id: string) => `${id} is granted`,
  granted: (title: Label, until: Date): Text => ['You have ', bold(title.en), ' until ', moment(until), '.'],
  warnedTitle: (id: string) => `${id} ends soon`,
  warned: (title: Label, until: Date): Text => [
    bold(title.en),
    ' ends ',
    moment(until),
    '. Ask again if you still need it.',
  ],
  noLonger: (title: Label): Text => ['You no longer have ', bold(title.en), '.'],
  endedTitle: (id: string) => `${id} has ended`,
  ended: (title: Label): Text => [
    'Your access ',
    bold(title.en),
    ' was removed, and the application has confirmed it.',
  ],
  barredTitle: (id: string) => `${id} could not be granted`,
  grantFailedTitle: (id: string) => `${id}: granting is not confirmed`,
  grantFailed: (title: Label, who: Who, owner: Who): Text => [
    bold(title.en),
    ' for ',
    person(who),
    ' was approved, but the application has not confirmed it. The desk keeps trying. ',
    person(owner),
    ', please check the application.',
  ],
  revokeFailedTitle: (id: string) => `${id}: revoking is not confirmed`,
  revokeFailed: (title: Label, who: Who): Text => [
    person(who),
    ' may still have ',
    bold(title.en),
    ', which should have ended. The desk keeps trying. Please remove it in the application.',
  ],
};

export const zh: typeof en = {
  duration: (hours) => (hours >= 24 && hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`),

  unknownEntitlement: (said, id, nearest) => [
    '目录中没有 ',
    bold(said),
    '。您要的是 ',
    code(id),
    `（${nearest.zh}）吗？不写名称即可从列表中选择。`,
  ],
  tooLong: (title, hours, max) => [
    bold(title.zh),
    ` 最长 ${zh.duration(max)}，您申请了 ${zh.duration(hours)}。请申请不超过 ${zh.duration(max)}；到期前可再次申请。`,
  ],
  already: (id, title, until) =>
    until
      ? ['您已拥有 ', bold(title.zh), '，有效期至 ', moment(until), '（', code(id), '）。收到到期提醒后即可再次申请。']
      : ['您已申请 ', bold(title.zh), '：', code(id), '。如需更改，请先撤回。'],
  conflicts: (title, other, id) => [
    bold(title.zh),
    ' 不能与 ',
    bold(other.zh),
    '（',
    code(id),
    '）同时持有。请先归还或撤回后者。',
  ],
  notYours: ['只有持有人、应用负责人、安全人员或管理员可以终止此权限。'],
  notActive: (id, state) => [code(id), ` 目前无法终止：${state}。`],

  sent: (id, approvers) => [
    code(id),
    ' 已发送给 ',
    ...approvers.flatMap((one, at) => (at === 0 ? [person(one)] : ['、', person(one)])),
    '，有结果会立即通知您。',
  ],
  recorded: (id) => [code(id), ' 已登记。'],
  ending: (id) => [code(id), ' 正在终止，确认后会通知您。'],

  title: (id, title) => `${id} · ${title.zh}`,
  name: (title) => title.zh,
  state: {
    requested: '等待审批',
    rejected: '已驳回',
    withdrawn: '已撤回',
    expired: '逾期未审批',
    approved: '已批准，正在授权',
    barred: '未授权',
    active: '生效中',
    ending: '正在终止',
    ended: '已终止',
  },
  who: '申请人',
  what: '权限',
  howLong: '时长',
  beside: '已有权限',
  titles: (titles) => titles.map(({ zh }) => zh).join('；'),
  risk: '风险',
  risks: { low: '低', medium: '中', high: '高' },
  until: '有效期至',
  ends: { expired: '到期', returned: '已归还', revoked: '已收回' },
  endedHow: '终止原因',
  failing: (tries) => [`应用在 ${tries} 次尝试后仍未确认；服务台会继续重试，并已通知负责人。`],
  barredBy: (id) => ['未授权：不能与您现已持有的 ', code(id), ' 同时持有。请先归还，再重新申请。'],
  heldBy: (id) => ['未授权：', code(id), ' 已提供相同的权限。'],
  unproven: (id, title, who) => [
    code(id),
    '（',
    person(who),
    ' 的 ',
    bold(title.zh),
    '）标记为已批准，但缺少审批记录，因此未授权。数据库可能被改动过。',
  ],
  unprovenTitle: (id) => `${id} 标记为已批准，但没有审批记录`,
  trail: '决策记录',
  returnNow: '立即归还',
  returnTitle: '归还此权限？',
  returnText: '权限立即终止；再次需要时须重新申请。',
  yes: '归还',
  no: '保留',
  askAgain: '再次申请',
  mine: (id, title, state, until) => [
    code(id),
    ' ',
    bold(title.zh),
    ` · ${state}`,
    ...(until ? ['，至 ', moment(until)] : []),
  ],

  formTitle: '申请权限',
  formIntro: ['权限有期限，到期自动终止，到期前会提醒您。'],
  entitlement: '需要什么权限？',
  hours: '需要多久？',
  reason: '用途',
  reasonHint: '审批人会看到。',
  submit: '提交申请',
  editTitle: (id) => `修改 ${id}`,
  choice: (title, max) => `${title.zh}（最长 ${zh.duration(max)}）`,

  grantedTitle: (id) => `${id} 已授权`,
  granted: (title, until) => ['您已获得 ', bold(title.zh), '，有效期至 ', moment(until), '。'],
  warnedTitle: (id) => `${id} 即将到期`,
  warned: (title, until) => [bold(title.zh), ' 将于 ', moment(until), ' 到期。如仍需要，请再次申请。'],
  noLonger: (title) => ['您已不再拥有 ', bold(title.zh), '。'],
  endedTitle: (id) => `${id} 已终止`,
  ended: (title) => ['您的权限 ', bold(title.zh), ' 已收回并确认。'],
  barredTitle: (id) => `${id} 无法授权`,
  grantFailedTitle: (id) => `${id}：授权未确认`,
  grantFailed: (title, who, owner) => [
    person(who),
    ' 的 ',
    bold(title.zh),
    ' 已批准，但应用未确认。服务台会继续重试，请 ',
    person(owner),
    ' 检查该应用。',
  ],
  revokeFailedTitle: (id) => `${id}：收回未确认`,
  revokeFailed: (title, who) => [
    person(who),
    ' 可能仍持有本应终止的 ',
    bold(title.zh),
    '。服务台会继续重试，请在应用中移除。',
  ],
};
