/** What the desk says of who holds what. */
import { code, type Lang, moment, names, person, type Text } from '../../text.js';

type Who = { id: string; name: string };
type Label = Record<Lang, string>;

export const en = {
  title: {
    held: 'Who has what',
    conflicts: 'Access that breaks a rule of separation',
    expiring: 'Access that ends soon',
    unowned: 'Access without an owner',
    unverified: 'Access that is not verified',
    exceptions: 'Exceptions to the separation of duties',
  },
  choose: {
    held: 'All',
    conflicts: 'Conflicts',
    expiring: 'Ends soon',
    unowned: 'No owner',
    unverified: 'Not verified',
    exceptions: 'Exceptions',
  },
  count: (count: number): string => `${count}`,
  none: ['There is none.'] as Text,
  within: (days: number): Text => [`Within ${days === 1 ? '1 day' : `${days} days`}.`],
  columns: ['Person', 'Access', 'Until', 'Approved by', 'Remark'] as string[],
  remark: {
    beside: (id: string, rule: Label): Text => ['beside ', code(id), `: ${rule.en}`],
    control: (words: string): Text => [words],
    granting: ['being granted'] as Text,
    ending: ['being revoked'] as Text,
    owner: (owner: Who): Text => [person(owner), ' has left'],
  },
  name: (title: Label): string => title.en,
  until: (at: Date | undefined): Text => (at ? [moment(at)] : ['–']),
  approvers: (people: readonly Who[]): Text => (people.length > 0 ? names(people) : ['by rule']),
  next: 'Next',
  notYours: [
    'Only application owners, security officers and administrators read this. Write to security if you need it.',
  ] as Text,
};

export const zh: typeof en = {
  title: {
    held: '谁有哪些权限',
    conflicts: '违反职责分离的权限',
    expiring: '即将到期的权限',
    unowned: '无负责人的权限',
    unverified: '未核实的权限',
    exceptions: '职责分离例外',
  },
  choose: {
    held: '全部',
    conflicts: '冲突',
    expiring: '即将到期',
    unowned: '无主',
    unverified: '未核实',
    exceptions: '例外',
  },
  count: (count) => `${count}`,
  none: ['没有。'],
  within: (days) => [`${days} 天内。`],
  columns: ['人员', '权限', '到期', '批准人', '备注'],
  remark: {
    beside: (id, rule) => ['与 ', code(id), ` 同时持有：${rule.zh}`],
    control: (words) => [words],
    granting: ['正在开通'],
    ending: ['正在收回'],
    owner: (owner) => [person(owner), ' 已离职'],
  },
  name: (title) => title.zh,
  until: (at) => (at ? [moment(at)] : ['–']),
  approvers: (people) => (people.length > 0 ? names(people) : ['按规则']),
  next: '下一页',
  notYours: ['只有应用负责人、安全官和管理员可以查看。如需查看，请联系安全官。'],
};
