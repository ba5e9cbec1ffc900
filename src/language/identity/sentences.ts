/** What the desk says when it links an account to a person. */
import { bold, clock, type Text } from '../../text.js';

export const en = {
  linkedTitle: (platform: string) => `Your ${platform} account is linked`,
  linked: (account: string): Text => [
    'From now on, the account ',
    bold(account),
    ' acts for you at the service desk. It can see your tickets and give your approvals.',
  ],
  notYou: ['If this account is not yours, tell your administrators at once.'] as Text,
  dayTitle: (count: number) => (count === 1 ? 'One account was linked today' : `${count} accounts were linked today`),
  line: (at: Date, person: string, platform: string, account: string): Text => [
    clock(at),
    ' ',
    bold(person),
    ` · ${platform}: ${account}`,
  ],
  check: [
    'An account is linked by the e-mail address that its platform has verified. To unlink one, correct people.yaml.',
  ] as Text,
};

export const zh: typeof en = {
  linkedTitle: (platform) => `您的 ${platform} 账号已绑定`,
  linked: (account) => ['从现在起，账号 ', bold(account), ' 在服务台代表您，可以查看您的工单并代您审批。'],
  notYou: ['如果这不是您的账号，请立即告知管理员。'],
  dayTitle: (count) => `今天绑定了 ${count} 个账号`,
  line: (at, person, platform, account) => [clock(at), ' ', bold(person), ` · ${platform}：${account}`],
  check: ['账号按平台验证过的邮箱绑定。如需解除，请修改 people.yaml。'],
};
