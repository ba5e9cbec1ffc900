/** What the desk says about the queue of a group. */
import { code, type Text } from '../../text.js';
import type { Filters } from './filters.js';

type Named = { en: string; zh: string };
type Filter = Filters['only'][number];

/** Whole hours up to two days, then whole days. */
const age = (hours: number, { min, h, d }: { min: string; h: string; d: string }): string => {
  if (hours < 1) return `${Math.floor(hours * 60)}${min}`;
  return hours < 48 ? `${Math.floor(hours)}${h}` : `${Math.floor(hours / 24)}${d}`;
};
const units = { en: { min: ' min', h: ' h', d: ' d' }, zh: { min: ' 分钟', h: ' 小时', d: ' 天' } };
const isWord = (filter: Filter): filter is Exclude<Filter, `P${string}`> => !/^P\d$/.test(filter);

const en = {
  title: (group: Named, filters: string) => `Queue: ${group.en}${filters && ` · ${filters}`}`,
  filter: { mine: 'mine', unclaimed: 'unclaimed', overdue: 'overdue', waiting: 'waiting' },
  filters: ({ only, olderHours }: Filters): string =>
    [
      ...only.map((each) => (isWord(each) ? en.filter[each] : each)),
      ...(olderHours === undefined ? [] : [`older than ${age(olderHours, units.en)}`]),
    ].join(', '),
  column: { ticket: 'Ticket', requester: 'Requester', state: 'State', due: 'Due' },
  button: { mine: 'Mine', unclaimed: 'Unclaimed', overdue: 'Overdue', waiting: 'Waiting' },
  all: 'All',
  none: (filters: string): Text => [`No open ticket of this group is ${filters}.`],
  age: (hours: number): string => `${age(hours, units.en)} old`,
  unknown: (words: string, groups: string): Text => [
    `There is neither a group nor a filter “${words}”. Groups: ${groups}. Filters: `,
    code('mine'),
    ', ',
    code('unclaimed'),
    ', ',
    code('overdue'),
    ', ',
    code('waiting'),
    ', ',
    code('P1'),
    '–',
    code('P4'),
    ', ',
    code('older than 3d'),
    '.',
  ],
  unknownState: (said: string): Text => [
    `There is no state “${said}”. States: open, new, assigned, in-progress, waiting, resolved, closed.`,
  ],
};

const zh: typeof en = {
  title: (group, filters) => `队列：${group.zh}${filters && ` · ${filters}`}`,
  filter: { mine: '我的', unclaimed: '未认领', overdue: '逾期', waiting: '等待中' },
  filters: ({ only, olderHours }) =>
    [
      ...only.map((each) => (isWord(each) ? zh.filter[each] : each)),
      ...(olderHours === undefined ? [] : [`超过 ${age(olderHours, units.zh)}`]),
    ].join('、'),
  column: { ticket: '工单', requester: '提单人', state: '状态', due: '时限' },
  button: { mine: '我的', unclaimed: '未认领', overdue: '逾期', waiting: '等待中' },
  all: '全部',
  none: (filters) => [`本组没有这样的未完结工单：${filters}。`],
  age: (hours) => `已 ${age(hours, units.zh)}`,
  unknown: (words, groups) => [
    `没有名为“${words}”的组或筛选条件。组：${groups}。筛选条件：`,
    code('我的'),
    '、',
    code('未认领'),
    '、',
    code('逾期'),
    '、',
    code('等待'),
    '、',
    code('P1'),
    '–',
    code('P4'),
    '、',
    code('超过3天'),
    '。',
  ],
  unknownState: (said) => [`没有“${said}”这一状态。可用：未完结、新建、已认领、处理中、等待、已解决、已关闭。`],
};

export { en, zh };
