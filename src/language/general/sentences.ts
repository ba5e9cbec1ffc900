/** What the desk itself says: who it serves, what can be asked, what it did not understand. */
import { bold, code, type Text } from '../../text.js';

export const en = {
  guest: [
    'The desk does not serve guests and outside accounts. Please ask your host to open a ticket for you.',
  ] as Text,
  stranger: ['The desk does not know this account. Please ask IT to add you to the directory.'] as Text,
  linkedElsewhere: [
    'Another account is already linked to you here. Please ask IT to link this one by hand if it is yours.',
  ] as Text,
  wrongCommand: [
    'The desk cannot do this. The button may be from an older card. Type ',
    code('help'),
    ' to see what you can ask.',
  ] as Text,
  earlierStore: [
    'This card is from an earlier desk, and its numbers now mean other records. Type ',
    code('mine'),
    ' to see your tickets and requests.',
  ] as Text,
  needsRole: (people: string): Text => ['Only ', bold(people), ' can do this. Ask your administrator for access.'],
  roles: { agent: 'agents', lead: 'leads', security: 'security officers', admin: 'administrators' },
  field: {
    missing: 'Please fill this in.',
    tooLong: (most: number) => `Please shorten this to ${most} characters.`,
    wrong: 'This value is not valid here.',
  },
  cut: (most: number): Text => [`The text was longer than ${most} characters; the first ${most} were kept.`],
  full: (id: string): Text => [`${id} is full, so nothing more can be added. Finish it, and continue in a follow-up.`],
  languageSet: ['From now on I write to you in English.'] as Text,
  helpTitle: 'What you can ask',
  helpIntro: [
    'Write in your own words what you need. The number of a ticket, such as ',
    code('INC-1'),
    ', shows it.',
  ] as Text,
  allTitle: 'All commands',
  allIntro: ['You can type:'] as Text,
  myTickets: 'My tickets',
  queue: 'Queue',
  unknownTitle: (words: string) => `Unknown command “${words}”`,
  unknown: ['Did you mean one of these?'] as Text,
  mineTitle: 'Your open items',
  nothingMine: ['You have nothing open. Write what you need at any time.'] as Text,
  newTicket: 'New ticket',
  requestAccess: 'Request access',
};

export const zh: typeof en = {
  guest: ['服务台不为访客和外部账号提供服务，请联系接待您的同事代为提单。'],
  stranger: ['服务台没有此账号的信息，请联系 IT 将您加入人员名单。'],
  linkedElsewhere: ['您在此平台已绑定另一个账号。如果这个也是您的，请联系 IT 手动绑定。'],
  wrongCommand: ['服务台无法执行此操作，按钮可能来自旧卡片。输入 ', code('帮助'), ' 查看可以做什么。'],
  earlierStore: ['此卡片来自之前的服务台，其中的编号现在指向其他记录。输入 ', code('我的'), ' 查看您的工单和申请。'],
  needsRole: (people) => ['只有', bold(people), '可以执行此操作，如需权限请联系管理员。'],
  roles: { agent: '坐席', lead: '组长', security: '安全人员', admin: '管理员' },
  field: {
    missing: '请填写此项。',
    tooLong: (most) => `请缩短到 ${most} 个字符以内。`,
    wrong: '此处不能填这个值。',
  },
  cut: (most) => [`内容超过 ${most} 个字符，只保留了前 ${most} 个。`],
  full: (id) => [`${id} 已满，无法继续添加内容。请将其完结，并在后续单据中继续。`],
  languageSet: ['以后我会用中文与您沟通。'],
  helpTitle: '可用命令',
  helpIntro: ['请直接说明您的需要。输入工单编号（例如 ', code('INC-1'), '）可查看该工单。'],
  allTitle: '全部命令',
  allIntro: ['可以输入：'],
  myTickets: '我的工单',
  queue: '队列',
  unknownTitle: (words) => `没有命令“${words}”`,
  unknown: ['您要用的是以下命令吗？'],
  mineTitle: '您的未完结事项',
  nothingMine: ['您没有未完结的事项。如有需要，请随时留言。'],
  newTicket: '新建工单',
  requestAccess: '申请权限',
};
