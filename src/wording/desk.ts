/** What the desk itself says: who it serves, what can be asked, what it did not understand. */
import { bold, code, type Text } from '../card.js';

const row = (command: string, what: string): Text => [code(command), ` ${what}`];

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
  needsRole: (role: string): Text => ['For this you need the role ', bold(role), '. Please ask your administrator.'],
  roles: { agent: 'agent', lead: 'lead', security: 'security', admin: 'administrator' },
  field: {
    missing: 'Please fill this in.',
    tooLong: (most: number) => `Please shorten this to ${most} characters.`,
    wrong: 'This value does not fit here.',
  },
  cut: (most: number): Text => [`The text was longer than ${most} characters; the first ${most} were kept.`],
  languageSet: ['From now on I write to you in English.'] as Text,
  helpTitle: 'What you can ask',
  helpIntro: ['Write in your own words what you need, or use one of these:'] as Text,
  help: [
    row('new', 'opens a ticket'),
    row('mine', 'your tickets, requests and approvals'),
    row('show INC-1', 'one ticket with its history'),
    row('request crm-read for 8h because …', 'asks for access'),
    row('approvals', 'what waits for your decision'),
    row('change new', 'proposes a change'),
    row('sop find …', 'finds a procedure'),
    row('lang zh', '切换到中文'),
  ],
  helpAgents: [
    row('INC-1 claim', 'takes a ticket'),
    row('INC-1 note …', 'adds an internal note'),
    row('INC-1 reply …', 'answers the requester'),
    row('INC-1 resolve …', 'resolves it, with what was done'),
    row('INC-1 reopen', 'opens it again'),
    row('INC-1 why', 'explains its clocks'),
    row('sop status laptop-loss', 'who has read a procedure, for leads'),
    row('audit REQ-1', 'everything that happened to a record, for security'),
  ],
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
  needsRole: (role) => ['此操作需要角色 ', bold(role), '，请联系管理员。'],
  roles: { agent: '坐席', lead: '组长', security: '安全', admin: '管理员' },
  field: {
    missing: '请填写此项。',
    tooLong: (most) => `请缩短到 ${most} 个字符以内。`,
    wrong: '此处不能填这个值。',
  },
  cut: (most) => [`内容超过 ${most} 个字符，只保留了前 ${most} 个。`],
  languageSet: ['以后我会用中文给您写。'],
  helpTitle: '您可以这样问',
  helpIntro: ['用自己的话写下需要什么，或使用以下命令：'],
  help: [
    row('新建', '新建工单'),
    row('我的', '您的工单、申请和待审批'),
    row('查看 INC-1', '查看工单及其历史'),
    row('申请 crm-read 8小时 因为 …', '申请权限'),
    row('待审批', '等待您决定的事项'),
    row('变更 新建', '提交变更'),
    row('规程 查找 …', '查找规程'),
    row('lang en', 'switch to English'),
  ],
  helpAgents: [
    row('INC-1 认领', '认领工单'),
    row('INC-1 备注 …', '添加内部备注'),
    row('INC-1 回复 …', '回复提单人'),
    row('INC-1 解决 …', '解决并说明处理内容'),
    row('INC-1 重开', '重新打开'),
    row('INC-1 为什么', '解释时限'),
    row('规程 状态 laptop-loss', '谁已阅读规程（组长）'),
    row('审计 REQ-1', '一条记录的全部经过（安全）'),
  ],
  mineTitle: '我的',
  nothingMine: ['您没有未完结的事项。有需要随时写下来。'],
  newTicket: '新建工单',
  requestAccess: '申请权限',
};
