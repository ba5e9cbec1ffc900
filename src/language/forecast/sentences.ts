/** What the desk says of what may become late. */
import { bold, code, type Span, type Text } from '../../text.js';

type Named = { en: string; zh: string };
const decimal = (value: number): string => value.toFixed(2);

export const en = {
  label: 'Outlook',
  chance: (percent: number, late: number, alike: number, same: boolean, ahead: number, left: string): Text => [
    bold(`${percent} %`),
    ` to be late: ${late} of ${alike} earlier tickets ${same ? 'of this priority ' : ''}that had lasted as long were. `,
    `${left} of working time left, ${ahead} ahead in the queue.`,
  ],
  few: (have: number, need: number): Text => [`unknown: ${have} solved tickets of the group, ${need} are needed`],
  'so-long': (have: number, need: number): Text => [
    `unknown: ${have} earlier tickets lasted as long, ${need} are needed`,
  ],
  morning: [bold('What may become late:')] as Text,
  title: (group: Named) => `What may become late: ${group.en}`,
  ticket: (id: string, title: string): Span[] => [bold(id), ` ${title}: `],
  nothing: ['There is no ticket of which this can be said.'] as Text,
  unknown: (count: number): Text => [`Of ${count} open tickets nothing can be said: too little like them was solved.`],
  score: (count: number, score: number, usual: number): Text => [
    `Forecasts of the last 30 days: Brier score ${decimal(score)} over ${count} (0 is perfect; always naming the usual `,
    `share would have scored ${decimal(usual)}).`,
  ],
  noScore: ['No forecast has been scored yet: they are kept each day and scored when the tickets have ended.'] as Text,
  leadsOnly: (groups: string): Text =>
    groups ? ['You can see the outlook of: ', code(groups), '.'] : ['Only the lead of a group sees its outlook.'],
};

export const zh: typeof en = {
  label: '展望',
  chance: (percent, late, alike, same, ahead, left) => [
    '超时的可能性 ',
    bold(`${percent}%`),
    `：此前持续同样久的 ${alike} 个${same ? '同优先级' : ''}工单中有 ${late} 个超时。`,
    `剩余工作时间 ${left}，队列前面还有 ${ahead} 个。`,
  ],
  few: (have, need) => [`未知：该组已解决的工单有 ${have} 个，至少需要 ${need} 个`],
  'so-long': (have, need) => [`未知：持续同样久的工单有 ${have} 个，至少需要 ${need} 个`],
  morning: [bold('可能超时：')],
  title: (group) => `可能超时的工单：${group.zh}`,
  ticket: (id, title) => [bold(id), ` ${title}：`],
  nothing: ['没有可以预测的工单。'],
  unknown: (count) => [`另有 ${count} 个未完结的工单无法预测：相似的已解决工单太少。`],
  score: (count, score, usual) => [
    `最近 30 天的预测：Brier 分数 ${decimal(score)}，共 ${count} 次（0 为完美；总是报平均比例则为 ${decimal(usual)}）。`,
  ],
  noScore: ['尚无已评分的预测：每天保存预测，工单结束后评分。'],
  leadsOnly: (groups) => (groups ? ['您可以查看这些组的展望：', code(groups), '。'] : ['只有组长可以查看该组的展望。']),
};
