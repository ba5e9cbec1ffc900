/** What the desk says of what may become late. */
import { bold, code, type Span, type Text } from '../../text.js';

type Named = { en: string; zh: string };
const decimal = (value: number): string => value.toFixed(2);

export const en = {
  label: 'Outlook',
  chance: (percent: number, late: number, alike: number, same: boolean, ahead: number, left: string): Text => [
    bold(`${percent} %`),
    ` risk of being late: ${late} of ${alike} earlier tickets ${same ? 'of this priority ' : ''}that were open this long became late. `,
    `${left} of working time left, ${ahead} ahead in the queue.`,
  ],
  few: (have: number, need: number): Text => [
    `unknown: the group has ${have} resolved tickets, and the forecast needs ${need}`,
  ],
  'so-long': (have: number, need: number): Text => [
    `unknown: ${have} earlier tickets were open this long, and the forecast needs ${need}`,
  ],
  morning: [bold('Tickets at risk:')] as Text,
  title: (group: Named) => `Tickets at risk: ${group.en}`,
  ticket: (id: string, title: string): Span[] => [bold(id), ` ${title}: `],
  nothing: ['No open ticket has a forecast.'] as Text,
  unknown: (count: number): Text => [
    `${count === 1 ? 'One open ticket has' : `${count} open tickets have`} no forecast: too few similar tickets were resolved.`,
  ],
  score: (count: number, score: number, usual: number): Text => [
    `Forecasts of the last 30 days: Brier score ${decimal(score)} over ${count} (0 is perfect; always forecasting the usual `,
    `share would have scored ${decimal(usual)}).`,
  ],
  noScore: [
    'No forecast has been scored yet. The desk saves forecasts each day and scores them when the tickets have ended.',
  ] as Text,
  leadsOnly: (groups: string): Text =>
    groups ? ['You can see the outlook of: ', code(groups), '.'] : ['Only the lead of a group can see its outlook.'],
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
  leadsOnly: (groups) => (groups ? ['您可以查看这些组的展望：', code(groups), '。'] : ['只有组长可以查看本组的展望。']),
};
