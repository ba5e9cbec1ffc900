/** What people of the demo company need, in both languages, and how agents mend it. */
import type { CommandOf } from '../language/command.js';

type Level = NonNullable<CommandOf<'open-ticket'>['impact']>;
export type Matter = {
  title: string;
  category: 'network' | 'account' | 'hardware' | 'software' | 'other';
  impact?: Level;
  urgency?: Level;
  /** What the agent asks, and what comes back. */
  asked: readonly [question: string, answer: string];
  solution: string;
};

const matter = (
  category: Matter['category'],
  title: string,
  asked: Matter['asked'],
  solution: string,
  weight: Pick<Matter, 'impact' | 'urgency'> = {},
): Matter => ({ category, title, asked, solution, ...weight });

const everybody = { impact: 'high', urgency: 'high' } as const;
const team = { impact: 'medium', urgency: 'high' } as const;
const calm = { urgency: 'low' } as const;

export const matters: readonly Matter[] = [
  matter(
    'network',
    'VPN drops every ten minutes',
    ['Since when, and on which network?', 'Since Monday, at home only.'],
    'Updated the VPN client; the connection held for a day.',
  ),
  matter(
    'network',
    'Wi-Fi on the third floor is very slow',
    ['Which meeting rooms?', 'All rooms towards the street.'],
    'Moved the access point to a free channel.',
    { impact: 'medium' },
  ),
  matter(
    'network',
    'Nobody in sales reaches the file server',
    ['Does the intranet work?', 'Yes, only the file server does not.'],
    'Replaced the broken switch in rack 2.',
    team,
  ),
  matter(
    'network',
    'The gateway to the data centre is down',
    ['Since when?', 'For ten minutes, the whole office.'],
    'Failed over to the second line; the provider mended the first.',
    everybody,
  ),
  matter(
    'network',
    '连不上公司 VPN，提示超时',
    ['在家还是在办公室？', '在家，用手机热点也一样。'],
    '重新签发了 VPN 证书，已能连接。',
  ),
  matter('network', '会议室的无线网络很慢', ['哪几间会议室？', '二楼靠窗的两间。'], '调整了无线信道，测速正常。', {
    impact: 'medium',
  }),
  matter(
    'account',
    'Locked out after the password change',
    ['Do you still have the old phone?', 'No, it was replaced last week.'],
    'Unlocked the account and registered the new phone.',
    { urgency: 'high' },
  ),
  matter(
    'account',
    'MFA asks for a code on every login',
    ['In which browser?', 'In Firefox, private windows too.'],
    'Removed the stale device; the login is remembered again.',
  ),
  matter(
    'account',
    'A new colleague has no mailbox',
    ['What is the start date?', 'She started this morning.'],
    'Created the mailbox and added the groups of the team.',
    { urgency: 'high' },
  ),
  matter(
    'account',
    '密码过期后无法登录邮箱',
    ['手机和电脑都不行吗？', '手机可以，电脑不行。'],
    '清除了旧凭据，重新登录正常。',
    { urgency: 'high' },
  ),
  matter(
    'account',
    '新同事没有共享文件夹权限',
    ['需要哪些文件夹？', '只需要市场部的资料。'],
    '已加入市场部用户组。',
    calm,
  ),
  matter(
    'hardware',
    'Printer on the second floor jams',
    ['Which tray?', 'The lower one, with any paper.'],
    'Replaced the pick-up roller.',
    { impact: 'medium' },
  ),
  matter(
    'hardware',
    'Laptop battery lasts half an hour',
    ['What does the battery report say?', 'Capacity 41 %.'],
    'Replaced the battery under warranty.',
  ),
  matter(
    'hardware',
    'Second monitor stays black at the dock',
    ['Did you try another cable?', 'Yes, the same.'],
    'Updated the firmware of the dock.',
  ),
  matter(
    'hardware',
    'Keyboard loses letters',
    ['Is it wireless?', 'Yes, the small one.'],
    'Exchanged the keyboard.',
    calm,
  ),
  matter('hardware', '打印机一直卡纸', ['是几楼的打印机？', '三楼茶水间旁边那台。'], '更换了搓纸轮，试打正常。', {
    impact: 'medium',
  }),
  matter('hardware', '笔记本电脑开机很慢', ['大约需要多久？', '差不多十分钟。'], '更换为固态硬盘，开机约 20 秒。'),
  matter('hardware', '外接显示器没有信号', ['换过线吗？', '换过，还是一样。'], '升级了扩展坞固件。'),
  matter(
    'software',
    'Excel crashes when the sales report opens',
    ['Which version of the add-in?', 'The one from last month.'],
    'Installed the current add-in.',
    { impact: 'medium' },
  ),
  matter(
    'software',
    'Outlook search finds nothing since this morning',
    ['In the web too?', 'In the web it works.'],
    'Rebuilt the search index.',
  ),
  matter(
    'software',
    'CRM shows an error when saving a customer',
    ['What does the error say?', '“Field territory is missing.”'],
    'The vendor mended the form; saved a customer together.',
    team,
  ),
  matter(
    'software',
    'Please install the drawing program',
    ['Do you have a licence?', 'Marco approved one.'],
    'Installed from the Software Centre.',
    calm,
  ),
  matter('software', 'Outlook 收不到外部邮件', ['退信内容是什么？', '对方说没有退信。'], '从隔离区放行并加入白名单。', {
    urgency: 'high',
  }),
  matter('software', 'Excel 打开报表就报错', ['报错代码是多少？', '提示内存不足。'], '安装了 64 位版本。'),
  matter('software', '申请安装画图软件', ['需要哪个版本？', '标准版即可。'], '已从软件中心安装。', calm),
  matter(
    'other',
    'Where do I book a room with video?',
    ['For how many people?', 'For eight, on Thursday.'],
    'Showed the room finder in the calendar.',
    calm,
  ),
  matter(
    'other',
    'Badge does not open the side door',
    ['Since when?', 'Since I moved to the new team.'],
    'Added the door to the badge.',
  ),
  matter('other', '门禁卡打不开侧门', ['从什么时候开始的？', '换部门之后。'], '已为门禁卡开通侧门。'),
];

/** What people ask; the knowledge answers most of it. */
export const questions: readonly string[] = [
  'vpn keeps dropping',
  'how do I reset my password',
  'my account is locked',
  'the printer jams all the time',
  'my laptop is very slow',
  'how can I share my calendar',
  'where do I submit an expense claim',
  'excel crashes when I open a big file',
  'how to restore a deleted file',
  'my mailbox is full',
  'second monitor stays black on the dock',
  'the coffee machine in the lobby wants a token',
  'can I have a standing desk for the lab',
  'VPN 老是断开',
  '忘记密码怎么办',
  '打印机一直卡纸',
  '电脑很慢怎么办',
  '邮箱满了',
  '怎么共享日历',
  '停车位怎么申请',
];

export const reasons: readonly string[] = [
  'Report for the quarter',
  'Prepare the visit of a customer',
  'Stand in for a colleague on leave',
  'Check doubtful addresses',
  '季度结算需要核对客户',
  '准备客户拜访',
];
export const refusals: readonly string[] = [
  'Please ask for less time.',
  'The report is in the portal already.',
  '请先说明具体用途。',
];

export const changes: readonly { title: string; plan: string; rollback: string; risk: 'low' | 'medium' | 'high' }[] = [
  {
    title: 'Update the VPN gateway',
    plan: 'Drain, update, test with two people, open again.',
    rollback: 'Start the old image.',
    risk: 'medium',
  },
  {
    title: 'Move the print server to new hardware',
    plan: 'Copy the queues, switch the name, print from each floor.',
    rollback: 'Switch the name back.',
    risk: 'medium',
  },
  {
    title: 'Renew the mail certificate',
    plan: 'Install the certificate on both nodes, one after the other.',
    rollback: 'Install the old one.',
    risk: 'low',
  },
  {
    title: '升级无线控制器固件',
    plan: '先升级备用控制器，验证后再升级主控制器。',
    rollback: '切回旧固件。',
    risk: 'medium',
  },
  {
    title: 'Patch the CRM database',
    plan: 'Back up, patch the replica, switch over, patch the other.',
    rollback: 'Restore the backup.',
    risk: 'high',
  },
];

export const thanks: Readonly<Record<number, readonly (string | undefined)[]>> = {
  1: ['It took far too long.', '等了太久，没有人告诉我进展。'],
  2: ['It came back twice.', '第二次才解决。'],
  3: [undefined, 'Solved, but slowly.'],
  4: [undefined, undefined, '不错'],
  5: [undefined, undefined, 'Quick and friendly, thank you!', '很快，谢谢！'],
};
