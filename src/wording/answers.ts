import { bold, type Text } from '../card.js';

export const en = {
  /** Above a sure answer. */
  soundsLike: ['This should help:'] as Text,
  choose: 'Is it one of these?',
  chooseIntro: ['I am not sure which of these you mean. Please choose, or open a ticket.'] as Text,
  noneTitle: 'I have no answer to this',
  none: ['Nothing I know fits your question. A colleague can help: open a ticket, and your words come along.'] as Text,
  emptyTitle: 'How can I help?',
  empty: ['Please write in a few words what you need, for example '] as Text,
  example: 'vpn keeps dropping',
  helped: 'That helped',
  openTicket: 'Open a ticket',
  glad: ['Glad it helped. Write any time.'] as Text,
  otherLanguage: ['This article is written in Chinese; there is no English version yet.'] as Text,
  gone: (question: string): Text => ['The article for ', bold(question), ' is no longer there. Please ask again.'],
};

export const zh: typeof en = {
  soundsLike: ['请试试这样做：'],
  choose: '是以下哪一个？',
  chooseIntro: ['我不确定您指的是哪一个，请选择，或新建工单。'],
  noneTitle: '这个问题我没有答案',
  none: ['我掌握的内容都不合适。同事可以帮您：新建工单，您写的内容会一并带上。'],
  emptyTitle: '需要什么帮助？',
  empty: ['请用几个字写下您的需要，例如 '],
  example: 'VPN 老是断开',
  helped: '已解决',
  openTicket: '新建工单',
  glad: ['很高兴帮到您，随时再写。'],
  otherLanguage: ['这篇文章是英文的，暂时没有中文版。'],
  gone: (question) => ['问题 ', bold(question), ' 对应的文章已不存在，请重新提问。'],
};
