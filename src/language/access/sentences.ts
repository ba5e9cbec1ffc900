/** What the desk says about access: asking for it, getting it, its end. */
import { bold, code, type Lang, moment, names, person, type Text } from '../../text.js';

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
  notForYou: (title: Label, owner: Who): Text => [
    'You cannot ask for ',
    bold(title.en),
    ': the catalogue offers it to other people. Ask ',
    person(owner),
    ' if you need it.',
  ],
  needsFirst: (title: Label, missing: readonly Label[]): Text => [
    bold(title.en),
    ' can be held only by people who already hold ',
    bold(en.titles(missing)),
    '. Ask for that first.',
  ],
  conflicts: (title: Label, other: Label, id: string, rule?: Label): Text => [
    bold(title.en),
    ' cannot be held together with ',
    bold(other.en),
    ' (',
    code(id),
    `). ${rule ? `The rule is “${rule.en}”. ` : ''}Return or withdraw that one first.`,
  ],
  exceptionTooLong: (title: Label, other: Label, max: number): Text => [
    bold(title.en),
    ' can be held together with ',
    bold(other.en),
    ` only as an exception, for at most ${en.duration(max)}. Ask for ${en.duration(max)} or less.`,
  ],
  nothingByHand: (id: string): Text => ['Nothing has to be done by hand for ', code(id), ' now.'],
  notYourHands: (people: readonly Who[]): Text => ['Others were asked to do this: ', ...names(people), '.'],
  doneAlready: (id: string, by: Who): Text => [person(by), ' has already done it for ', code(id), '.'],
  notDoneYet: (id: string): Text => ['Nobody has done it for ', code(id), ' yet, so there is nothing to check.'],
  notYours: [
    'Only its holder, the application owner, security officers and administrators can end this access.',
  ] as Text,
  notActive: (id: string, state: string): Text => [code(id), ` cannot be ended now: ${state.toLowerCase()}.`],

  // Answers
  sent: (id: string, approvers: readonly Who[]): Text => [
    code(id),
    ' was sent to ',
    ...names(approvers),
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
  notAfter: 'Ends at the latest',
  beside: 'Holds already',
  titles: (titles: readonly Label[]): string => titles.map(({ en }) => en).join('; '),
  risk: 'Risk',
  risks: { low: 'Low', medium: 'Medium', high: 'High' },
  until: 'Until',
  ends: { expired: 'Expired', returned: 'Returned', revoked: 'Revoked', left: 'The holder left', extended: 'Extended' },
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
  extend: 'Extend…',
  extendTitle: (id: string) => `Extend ${id}`,
  extendIntro: (until: Date): Text => [
    'You keep it until ',
    moment(until),
    ' while this is decided. What is approved is counted from then.',
  ],
  extends: 'Extends',
  extendsUntil: (id: string, until: Date): Text => [code(id), ', which ends ', moment(until)],
  goesOn: (title: Label, id: string): Text => ['You keep ', bold(title.en), ': it goes on as ', code(id), '.'],
  revokedBefore: (id: string): Text => ['Not granted: ', code(id), ', which it extends, was revoked.'],
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
  brings: (titles: readonly Label[]): Text => [`It brings with it: ${en.titles(titles)}.`],
  holdsAlready: (id: string, title: Label, until: Date | undefined): Text => [
    'You can do this already by ',
    bold(title.en),
    ' (',
    code(id),
    ')',
    ...(until ? [' until ', moment(until)] : []),
    '.',
  ],
  smallerDoes: (titles: readonly Label[]): Text => [
    'If that is all you need, ask for less: ',
    bold(en.titles(titles)),
    '.',
  ],
  exceptionIntro: (other: Label, id: string): Text => [
    'You hold ',
    bold(other.en),
    ' (',
    code(id),
    '), and nobody should hold both. You can ask for an exception: say how misuse would be noticed while you hold both.',
  ],
  control: 'What is checked meanwhile, and who checks it?',
  controlHint: 'For example: the security officer reads the audit log every evening.',
  exception: ({ beside, control }: { beside: { id: string; title: Label }; control: string }): Text => [
    '⚠️ Exception to the separation of duties: held together with ',
    bold(beside.title.en),
    ' (',
    code(beside.id),
    `). Checked meanwhile: ${control}`,
  ],
  choice: (title: Label, max: number) => `${title.en} (up to ${en.duration(max)})`,

  // By hand
  handTitle: (id: string, doing: 'grant' | 'revoke') =>
    doing === 'grant' ? `${id}: please set this up` : `${id}: please remove this`,
  handText: (doing: 'grant' | 'revoke', titles: readonly Label[], who: Who, until: Date): Text =>
    doing === 'grant'
      ? [
          'Give ',
          person(who),
          ' ',
          bold(en.titles(titles)),
          ' in the application. It is for until ',
          moment(until),
          '.',
        ]
      : ['Remove ', bold(en.titles(titles)), ' from ', person(who), ' in the application.'],
  handButton: 'Done…',
  handDone: 'What did you do, and how did you see that it works?',
  handHint: 'This is kept as evidence.',
  handSend: 'It is done',
  handNoted: (id: string, checker: readonly Who[]): Text =>
    checker.length === 0
      ? ['Thank you: ', code(id), ' is confirmed.']
      : ['Thank you. Because the risk is high, a second person looks as well: ', ...names(checker), '.'],
  checkTitle: (id: string) => `${id}: please look again`,
  checkText: (titles: readonly Label[], who: Who, by: Who, evidence: string): Text => [
    person(by),
    ' says that ',
    bold(en.titles(titles)),
    ' is done for ',
    person(who),
    `: “${evidence}” Look in the application whether that is so.`,
  ],
  checkRight: 'It is so',
  checkWrong: 'It is not so',
  checkNoted: (id: string, found: 'right' | 'wrong'): Text =>
    found === 'right' ? [code(id), ' is confirmed.'] : [code(id), ': it is asked for again.'],
  handOver: (id: string) => `${id}: nothing to do any more`,
  handBy: (by: Who, evidence: string): Text => ['Done by hand by ', person(by), `: “${evidence}”`],
  handChecked: (by: Who): Text => ['Seen as well by ', person(by), '.'],
  handWaits: (people: readonly Who[]): Text => ['Waits until it is done by hand: ', ...names(people), '.'],

  // What is not verified
  andUnverified: (state: string) => `${state} · not verified`,
  unverified: {
    grant: (ticket?: string): Text => [
      '⚠️ Not verified: the application has not confirmed the grant in time',
      ...en.inTicket(ticket),
    ],
    revoke: (ticket?: string): Text => [
      '⚠️ Not verified: the application has not confirmed its end in time',
      ...en.inTicket(ticket),
    ],
    gone: (ticket?: string): Text => [
      '⚠️ Not verified: the application says that this access is missing',
      ...en.inTicket(ticket),
    ],
    present: (ticket?: string): Text => [
      '⚠️ Not verified: the application says that this access is still there',
      ...en.inTicket(ticket),
    ],
  },
  inTicket: (ticket?: string): Text => (ticket ? [' (', code(ticket), ').'] : ['.']),
  unverifiedHead: [bold('Not verified')] as Text,
  theirs: (id: string, title: Label, who: Who): Text => [code(id), ' ', bold(title.en), ' · ', person(who)],
  unverifiedTicket: (
    id: string,
    what: 'grant' | 'revoke' | 'gone' | 'present',
    title: Label,
    who: Who,
    owner: Who,
  ): { title: string; details: string } => {
    const found = {
      grant: 'was approved, and the application has not confirmed it in time',
      revoke: 'has ended, and the application has not confirmed that in time',
      gone: 'is active, and the application says that it is missing',
      present: 'has ended, and the application says that it is still there',
    }[what];
    return {
      title: `${id}: ${title.en} is not verified`,
      details: `${title.en} for ${who.name} (${id}) ${found}. Owner: ${owner.name}. Check it in the application. The desk keeps asking, grants nothing twice, and resolves this ticket when the application confirms.`,
    };
  },
  verifiedTicket: (id: string) => `${id} is verified: the application confirms it.`,
  overview: 'Your access',
  nothingHeld: ['You hold no access and have asked for none.'] as Text,

  // Notices
  grantedTitle: (id: string) => `${id} is granted`,
  granted: (title: Label, until: Date): Text => ['You have ', bold(title.en), ' until ', moment(until), '.'],
  warnedTitle: (id: string) => `${id} ends soon`,
  warned: (title: Label, until: Date): Text => [
    bold(title.en),
    ' ends ',
    moment(until),
    '. Extend it if you still need it.',
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
  notForYou: (title, owner) => [
    '您不能申请 ',
    bold(title.zh),
    '：目录仅向其他人员提供此权限。如确有需要，请联系 ',
    person(owner),
    '。',
  ],
  needsFirst: (title, missing) => [
    '须先拥有 ',
    bold(zh.titles(missing)),
    ' 才能申请 ',
    bold(title.zh),
    '。请先申请前者。',
  ],
  conflicts: (title, other, id, rule) => [
    bold(title.zh),
    ' 不能与 ',
    bold(other.zh),
    '（',
    code(id),
    `）同时持有。${rule ? `依据规则“${rule.zh}”。` : ''}请先归还或撤回后者。`,
  ],
  exceptionTooLong: (title, other, max) => [
    bold(title.zh),
    ' 与 ',
    bold(other.zh),
    ` 只能作为例外同时持有，最长 ${zh.duration(max)}。请申请不超过 ${zh.duration(max)}。`,
  ],
  nothingByHand: (id) => [code(id), ' 目前没有需要手工处理的事项。'],
  notYourHands: (people) => ['此事已交由他人处理：', ...names(people, '、'), '。'],
  doneAlready: (id, by) => [person(by), ' 已处理 ', code(id), '。'],
  notDoneYet: (id) => [code(id), ' 尚未处理，无法核对。'],
  notYours: ['只有持有人、应用负责人、安全人员或管理员可以终止此权限。'],
  notActive: (id, state) => [code(id), ` 目前无法终止：${state}。`],

  sent: (id, approvers) => [code(id), ' 已发送给 ', ...names(approvers, '、'), '，有结果会立即通知您。'],
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
  notAfter: '最晚结束',
  beside: '已有权限',
  titles: (titles) => titles.map(({ zh }) => zh).join('；'),
  risk: '风险',
  risks: { low: '低', medium: '中', high: '高' },
  until: '有效期至',
  ends: { expired: '到期', returned: '已归还', revoked: '已收回', left: '持有人已离开', extended: '已延长' },
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
  extend: '延长…',
  extendTitle: (id) => `延长 ${id}`,
  extendIntro: (until) => ['审批期间权限保留至 ', moment(until), '；批准的时长从该时刻起算。'],
  extends: '延长',
  extendsUntil: (id, until) => [code(id), '（', moment(until), ' 到期）'],
  goesOn: (title, id) => ['您仍拥有 ', bold(title.zh), '，已由 ', code(id), ' 延长。'],
  revokedBefore: (id) => ['未授权：所延长的 ', code(id), ' 已被收回。'],
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
  brings: (titles) => [`包含：${zh.titles(titles)}。`],
  holdsAlready: (id, title, until) => [
    '您已可通过 ',
    bold(title.zh),
    '（',
    code(id),
    '）',
    '使用此权限',
    ...(until ? ['，有效期至 ', moment(until)] : []),
    '。',
  ],
  smallerDoes: (titles) => ['如果下列权限已够用，请只申请：', bold(zh.titles(titles)), '。'],
  exceptionIntro: (other, id) => [
    '您持有 ',
    bold(other.zh),
    '（',
    code(id),
    '），按规定不得同时持有两者。您可以申请例外：请说明同时持有期间如何发现滥用。',
  ],
  control: '期间由谁检查什么？',
  controlHint: '例如：安全官每晚查看审计日志。',
  exception: ({ beside, control }) => [
    '⚠️ 职责分离例外：与 ',
    bold(beside.title.zh),
    '（',
    code(beside.id),
    `）同时持有。期间检查：${control}`,
  ],
  choice: (title, max) => `${title.zh}（最长 ${zh.duration(max)}）`,

  handTitle: (id, doing) => (doing === 'grant' ? `${id}：请手工开通` : `${id}：请手工收回`),
  handText: (doing, titles, who, until) =>
    doing === 'grant'
      ? ['请在应用中为 ', person(who), ' 开通 ', bold(zh.titles(titles)), '，有效期至 ', moment(until), '。']
      : ['请在应用中收回 ', person(who), ' 的 ', bold(zh.titles(titles)), '。'],
  handButton: '已完成…',
  handDone: '您做了什么？如何确认已生效？',
  handHint: '将作为证据保存。',
  handSend: '已完成',
  handNoted: (id, checker) =>
    checker.length === 0
      ? ['谢谢，', code(id), ' 已确认。']
      : ['谢谢。因风险较高，还需第二人核对：', ...names(checker, '、'), '。'],
  checkTitle: (id) => `${id}：请核对`,
  checkText: (titles, who, by, evidence) => [
    person(by),
    ' 称已为 ',
    person(who),
    ' 处理 ',
    bold(zh.titles(titles)),
    `：“${evidence}”。请在应用中核对。`,
  ],
  checkRight: '属实',
  checkWrong: '不属实',
  checkNoted: (id, found) => (found === 'right' ? [code(id), ' 已确认。'] : [code(id), '：已要求重新处理。']),
  handOver: (id) => `${id}：已无需处理`,
  handBy: (by, evidence) => ['由 ', person(by), ` 手工处理：“${evidence}”`],
  handChecked: (by) => ['', person(by), ' 已核对。'],
  handWaits: (people) => ['等待手工处理：', ...names(people, '、'), '。'],

  andUnverified: (state) => `${state} · 未核实`,
  unverified: {
    grant: (ticket) => ['⚠️ 未核实：应用未按时确认授权', ...zh.inTicket(ticket)],
    revoke: (ticket) => ['⚠️ 未核实：应用未按时确认终止', ...zh.inTicket(ticket)],
    gone: (ticket) => ['⚠️ 未核实：应用中没有此权限', ...zh.inTicket(ticket)],
    present: (ticket) => ['⚠️ 未核实：应用中仍有此权限', ...zh.inTicket(ticket)],
  },
  inTicket: (ticket) => (ticket ? ['（', code(ticket), '）。'] : ['。']),
  unverifiedHead: [bold('未核实')],
  theirs: (id, title, who) => [code(id), ' ', bold(title.zh), ' · ', person(who)],
  unverifiedTicket: (id, what, title, who, owner) => {
    const found = {
      grant: '已批准，但应用未按时确认',
      revoke: '已终止，但应用未按时确认',
      gone: '生效中，但应用中没有此权限',
      present: '已终止，但应用中仍有此权限',
    }[what];
    return {
      title: `${id}：${title.zh} 未核实`,
      details: `${who.name} 的 ${title.zh}（${id}）${found}。负责人：${owner.name}。请在应用中核对；服务台会继续询问，不会重复授权，确认后自动解决此工单。`,
    };
  },
  verifiedTicket: (id) => `${id} 已由应用确认。`,
  overview: '您的权限',
  nothingHeld: ['您没有权限，也没有申请。'],

  grantedTitle: (id) => `${id} 已授权`,
  granted: (title, until) => ['您已获得 ', bold(title.zh), '，有效期至 ', moment(until), '。'],
  warnedTitle: (id) => `${id} 即将到期`,
  warned: (title, until) => [bold(title.zh), ' 将于 ', moment(until), ' 到期。如仍需要，请延长。'],
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
