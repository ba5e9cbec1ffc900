/** The decision trail of a record. */
import { bold, code, type Text } from '../../text.js';

export const en = {
  title: (record: string) => `Decision trail of ${record}`,
  events: (count: number) => (count === 1 ? '1 event' : `${count} events`),
  unknown: (record: string): Text => ['There is no record ', bold(record), '.'],
  desk: 'the desk itself',
  head: (link: string, events: number): Text => [`Head after ${events}: `, code(link)],
  howTo: [
    'Times are UTC. Each line ends with its link of a SHA-256 chain. Keep the head somewhere else: as long as it is found here again, nothing up to it has been changed, removed or moved.',
  ] as Text,
  earlier: 'Earlier events',
  concealed: [
    'This ticket is confidential: who did what, and when, is shown; what was said is for its group alone.',
  ] as Text,
  length: (characters: number) => `${characters} characters`,
  altered: 'its whole text is gone, or is no longer what was said',
};

export const zh: typeof en = {
  title: (record) => `${record} 的决策记录`,
  events: (count) => `${count} 条事件`,
  unknown: (record) => ['没有记录 ', bold(record), '。'],
  desk: '服务台自动',
  head: (link, events) => [`第 ${events} 条后的链头：`, code(link)],
  howTo: [
    '时间为 UTC。每行末尾是它在 SHA-256 链中的环节。请把链头另存他处：只要以后仍能在此找到，它之前的内容就没有被修改、删除或调换。',
  ],
  earlier: '更早的事件',
  concealed: ['此工单保密：仅显示何人、何时、做了什么；具体内容只有该组可以查看。'],
  length: (characters) => `共 ${characters} 字`,
  altered: '全文已丢失，或与当时所说不符',
};
