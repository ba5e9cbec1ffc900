/** The decision trail of a record. */
import { bold, code, type Text } from '../../text.js';

export const en = {
  title: (record: string) => `Decision trail of ${record}`,
  events: (count: number) => (count === 1 ? '1 event' : `${count} events`),
  unknown: (record: string): Text => ['There is no record ', bold(record), '.'],
  desk: 'the desk itself',
  head: (link: string, events: number): Text => [`Head after ${events}: `, code(link)],
  howTo: [
    'Times are UTC. Each line ends with its link in a SHA-256 chain. Keep a copy of the head elsewhere. While this trail still contains it, no event up to it has been changed, removed or moved.',
  ] as Text,
  earlier: 'Earlier events',
  concealed: [
    'This ticket is confidential. The trail shows actors, actions and times. Only its group can read the messages.',
  ] as Text,
  length: (characters: number) => `${characters} characters`,
  altered: 'its full text is missing or was altered',
};

export const zh: typeof en = {
  title: (record) => `${record} 的决策记录`,
  events: (count) => `${count} 条事件`,
  unknown: (record) => ['没有记录 ', bold(record), '。'],
  desk: '服务台自动',
  head: (link, events) => [`第 ${events} 条后的链头：`, code(link)],
  howTo: [
    '时间为 UTC。每行末尾是该事件在 SHA-256 链中的哈希。请将链头另存一份：只要此记录中仍有该链头，截至该处的事件就没有被修改、删除或调换。',
  ],
  earlier: '更早的事件',
  concealed: ['此工单保密：仅显示操作人、操作和时间，消息内容只有该组可以查看。'],
  length: (characters) => `共 ${characters} 字`,
  altered: '全文缺失或已被改动',
};
