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
  stillBroken: 'Still broken',
  openTicket: 'Open a ticket',
  glad: ['Glad it helped. Write any time.'] as Text,
  otherLanguage: ['This article is written in Chinese; there is no English version yet.'] as Text,
  gone: (question: string): Text => ['The article for ', bold(question), ' is no longer there. Please ask again.'],
  why: 'Why this answer',
  whyTitle: 'Why this answer',
  confidence: (confidence: number, score: number) =>
    `${Math.round(100 * confidence)} % sure, score ${score.toFixed(2)}`,
  whyNothing: ['No article shares a word or an idea with this question.'] as Text,
  whyNote: [
    'As the articles stand now. The numbers tell how much a word of the question, or what it means, speaks for the article.',
  ] as Text,
  whyWhat: ['You have not asked me anything yet. Ask first, then write why.'] as Text,
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
  stillBroken: '还没解决',
  openTicket: '新建工单',
  glad: ['很高兴帮到您，随时再写。'],
  otherLanguage: ['这篇文章是英文的，暂时没有中文版。'],
  gone: (question) => ['问题 ', bold(question), ' 对应的文章已不存在，请重新提问。'],
  why: '为什么是这个答案',
  whyTitle: '为什么是这个答案',
  confidence: (confidence, score) => `把握 ${Math.round(100 * confidence)} %，得分 ${score.toFixed(2)}`,
  whyNothing: ['没有文章与这个问题有相同的词或含义。'],
  whyNote: ['按文章目前的内容计算。数字表示问题中的词或其含义对该文章的支持程度。'],
  whyWhat: ['您还没有提过问题。请先提问，再输入“为什么”。'],
};
