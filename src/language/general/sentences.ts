/** What the desk itself says: who it serves, what can be asked, what it did not understand. */
import { bold, code, type Text } from '../../text.js';

export const en = {
  guest: ['Guests and outside accounts are not served here. Please ask your host to open a ticket for you.'] as Text,
  stranger: ['The desk does not know this account. Please ask IT to add you to the directory.'] as Text,
  linkedElsewhere: [
    'Another account is already linked to you here. Please ask IT to link this one by hand if it is yours.',
  ] as Text,
  wrongCommand: [
    'This is not something the desk can do; the button may be from an older card. Type ',
    code('help'),
    ' to see what you can ask.',
  ] as Text,
  earlierStore: [
    'This card belongs to an earlier desk: the numbers on it mean something else today. Type ',
    code('mine'),
    ' to see what is yours.',
  ] as Text,
  needsRole: (people: string): Text => ['Only ', bold(people), ' can do this. Ask your administrator for access.'],
  roles: { agent: 'agents', lead: 'leads', security: 'security officers', admin: 'administrators' },
  field: {
    missing: 'Please fill this in.',
    tooLong: (most: number) => `Please shorten this to ${most} characters.`,
    wrong: 'This value does not fit here.',
  },
  cut: (most: number): Text => [`The text was longer than ${most} characters; the first ${most} were kept.`],
  full: (id: string): Text => [
    `So much has happened to ${id} that it takes no more. Bring it to its end, and go on in a new one that follows it.`,
  ],
  languageSet: ['From now on I write to you in English.'] as Text,
  helpTitle: 'What you can ask',
  helpIntro: ['Write in your own words what you need, or use one of these:'] as Text,
  unknownTitle: (words: string) => `Unknown command “${words}”`,
  unknown: ['Did you mean one of these?'] as Text,
  mineTitle: 'Yours',
  nothingMine: ['Nothing of yours is open. Write what you need at any time.'] as Text,
  newTicket: 'New ticket',
  requestAccess: 'Request access',
};

export const zh: typeof en = {
  guest: ['此处不为访客和外部账号提供服务，请联系接待您的同事代为提单。'],
  stranger: ['服务台不认识这个账号，请联系 IT 将您加入通讯录。'],
  linkedElsewhere: ['您在此平台已绑定另一个账号。如果这个也是您的，请联系 IT 手动绑定。'],
  wrongCommand: ['服务台无法执行此操作，按钮可能来自旧卡片。输入 ', code('帮助'), ' 查看可以做什么。'],
  earlierStore: ['此卡片来自之前的服务台，上面的编号如今另有所指。输入 ', code('我的'), ' 查看您的事项。'],
  needsRole: (people) => ['只有', bold(people), '可以执行此操作，如需权限请联系管理员。'],
  roles: { agent: '坐席', lead: '组长', security: '安全人员', admin: '管理员' },
  field: {
    missing: '请填写此项。',
    tooLong: (most) => `请缩短到 ${most} 个字符以内。`,
    wrong: '此处不能填这个值。',
  },
  cut: (most) => [`内容超过 ${most} 个字符，只保留了前 ${most} 个。`],
  full: (id) => [`${id} 的记录已满，无法继续添加。请结束它，并在后续单据中继续。`],
  languageSet: ['以后我会用中文给您写。'],
  helpTitle: '您可以这样问',
  helpIntro: ['用自己的话写下需要什么，或使用以下命令：'],
  unknownTitle: (words) => `没有命令“${words}”`,
  unknown: ['您是想说以下之一吗？'],
  mineTitle: '我的',
  nothingMine: ['您没有未完结的事项。有需要随时写下来。'],
  newTicket: '新建工单',
  requestAccess: '申请权限',
};
