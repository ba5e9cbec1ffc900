/** What the desk says about delegations. */
import { bold, code, day, person, type Text } from '../../text.js';

type Who = { id: string; name: string };
type Days = { from: Date; until: Date; kind?: string | undefined };

const kinds = {
  en: { access: 'access requests', change: 'changes' } as Partial<Record<string, string>>,
  zh: { access: '权限申请', change: '变更' } as Partial<Record<string, string>>,
};

export const en = {
  title: 'Delegations',
  none: ['Nobody decides for you, and you decide for nobody.'] as Text,
  add: 'Name a delegate…',
  end: (to: Who): string => `End: ${to.name}`,
  what: ({ from, until, kind }: Days): Text => [
    ' ',
    day(from),
    ' – ',
    day(until),
    kind ? `, ${kinds.en[kind] ?? kind} only` : '',
  ],
  yours: (to: Who): Text => [person(to), ' decides for you,'],
  theirs: (of: Who): Text => ['You decide for ', person(of), ','],
  byPolicy: ' (approvals.yaml)',
  formTitle: 'Name a delegate',
  formIntro: [
    'They decide on your behalf, and you get a copy of each decision. You can still decide yourself.',
  ] as Text,
  toField: 'Delegate',
  toHint: 'A name, an e-mail or @id',
  fromField: 'From',
  untilField: 'Until (included)',
  dayHint: 'As 2026-12-21 or 12-21',
  kindField: 'For',
  kinds: { access: 'Access requests only', change: 'Changes only' },
  submit: 'Delegate',
  /** Told to the delegate. */
  givenTitle: (of: Who): string => `You decide for ${of.name}`,
  given: (of: Who): Text => [person(of), ' asks you to decide on their behalf,'],
  givenHow: ['. Their approvals reach you as well. ', bold('Both of you'), ' see each decision.'] as Text,
  endedTitle: (of: Who): string => `You no longer decide for ${of.name}`,
  ended: (by: Who): Text => [person(by), ' ended the delegation,'],
  endedForTitle: (to: Who): string => `${to.name} no longer decides for you`,
  /** Asked once of a person who decides for the first time. */
  offerTitle: 'Who decides when you are away?',
  offer: [
    'Requests now wait for your decision. Name a delegate who decides on your behalf while you are away, so that nobody waits for you.',
  ] as Text,
  notNow: 'Not now',
  offerOver: ['You can name a delegate at any time: type ', code('delegate'), '.'] as Text,
  postponed: ['You are not asked again. To name a delegate later, type ', code('delegate'), '.'] as Text,
  /** Asked when leave was entered. */
  whileAway: ['Nobody decides for you while you are away. Name a delegate now, so that nobody waits for you.'] as Text,
  // Refusals
  toOneself: ['A delegate is somebody else. Name another person.'] as Text,
  endsFirst: ['The delegation would end before it begins. Check the days.'] as Text,
  isPast: (until: Date): Text => ['These days are over: ', day(until), '. Name days from today on.'],
  noSuchDay: (said: string): Text => [`${said} is no day. Write it as 2026-12-21 or 12-21.`],
  tooLong: (most: number): Text => [`A delegation lasts at most ${most} days.`],
  tooMany: (most: number): Text => [`You can have at most ${most} delegations. End one first: delegations.`],
  overlaps: (to: Who): Text => [person(to), ' decides for you on some of these days already. End that one first.'],
  circle: (to: Who): Text => [person(to), ' has delegated to you in that time. One of you must be there.'],
  noSuch: ['This delegation is over or was ended. Nothing was changed.'] as Text,
  notYours: ['Only the two people of a delegation and administrators can end it.'] as Text,
  unknownKind: (said: string, known: string): Text => [
    `There is nothing called ${said} to decide about. Use ${known}.`,
  ],
};

export const zh: typeof en = {
  title: '审批委托',
  none: ['没有人代您审批，您也没有代他人审批。'],
  add: '委托他人…',
  end: (to) => `结束：${to.name}`,
  what: ({ from, until, kind }) => ['，', day(from), ' – ', day(until), kind ? `，仅限${kinds.zh[kind] ?? kind}` : ''],
  yours: (to) => ['由 ', person(to), ' 代您审批'],
  theirs: (of) => ['您代 ', person(of), ' 审批'],
  byPolicy: '（approvals.yaml）',
  formTitle: '委托他人审批',
  formIntro: ['对方代您审批，每次审批都会抄送给您。您仍可自行审批。'],
  toField: '代理人',
  toHint: '姓名、邮箱或 @ID',
  fromField: '开始日期',
  untilField: '结束日期（含）',
  dayHint: '例如 2026-12-21 或 12-21',
  kindField: '范围',
  kinds: { access: '仅限权限申请', change: '仅限变更' },
  submit: '委托',
  givenTitle: (of) => `您将代 ${of.name} 审批`,
  given: (of) => [person(of), ' 请您代为审批'],
  givenHow: ['。对方的审批也会发给您，每次审批', bold('双方'), '可见。'],
  endedTitle: (of) => `您不再代 ${of.name} 审批`,
  ended: (by) => [person(by), ' 结束了委托'],
  endedForTitle: (to) => `${to.name} 不再代您审批`,
  offerTitle: '您不在时由谁审批？',
  offer: ['现在有申请等待您审批。请指定一位代理人，在您不在时代您审批，以免他人等待。'],
  notNow: '暂不',
  offerOver: ['您可以随时指定代理人：输入 ', code('委托'), '。'],
  postponed: ['不会再次询问。以后如需指定代理人，请输入 ', code('委托'), '。'],
  whileAway: ['您休假期间没有人代您审批。请现在指定代理人，以免他人等待。'],
  toOneself: ['代理人不能是您自己，请选择其他人。'],
  endsFirst: ['结束日期早于开始日期，请核对。'],
  isPast: (until) => ['这些日期已过：', day(until), '。请从今天起选择。'],
  noSuchDay: (said) => [`${said} 不是有效日期，请写作 2026-12-21 或 12-21。`],
  tooLong: (most) => [`委托最长 ${most} 天。`],
  tooMany: (most) => [`最多可有 ${most} 项委托，请先结束一项：委托列表。`],
  overlaps: (to) => ['其中部分日期已由 ', person(to), ' 代您审批，请先结束该委托。'],
  circle: (to) => [person(to), ' 在此期间已委托给您，至少一人需在岗。'],
  noSuch: ['该委托已结束，未作任何更改。'],
  notYours: ['只有委托双方和管理员可以结束委托。'],
  unknownKind: (said, known) => [`没有名为 ${said} 的审批类别，可用：${known}。`],
};
