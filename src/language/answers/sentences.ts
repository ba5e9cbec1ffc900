import { bold, code, type Text } from '../../text.js';

/** How sure an answer was: answered, offered as choices, or not known. */
export type Band = 'sure' | 'choices' | 'none';
/** How many questions of a week ended so. */
export type Week = Record<Band | 'helped', number>;

export const en = {
  /** Above a sure answer. */
  soundsLike: ['This should help:'] as Text,
  orThis: ['Did you mean something else?'] as Text,
  choose: 'Is it one of these?',
  chooseIntro: ['I am not sure which of these you mean. Please choose, or open a ticket.'] as Text,
  outageTitle: 'This sounds like an outage',
  outage: ['Report it as one? Agents are called at once, and you read here how it goes.'] as Text,
  reportOutage: 'Report an outage',
  noneTitle: 'I have no answer to this',
  none: [
    'No article fits your question. Try other words, or open a ticket. An agent will help, and the ticket includes your question.',
  ] as Text,
  outsideTitle: 'I am the IT service desk',
  outside: [
    'I help with devices, programs, the network, accounts and access. For anything else, ask another desk or a person:',
  ] as Text,
  wordTitle: (word: string) => `What about “${word}”?`,
  word: ['Choose, or write a few words more.'] as Text,
  /** What may be meant by a thing that is named alone, and the words that ask for it. */
  aboutWord: (word: string) => [
    { label: 'It does not work', words: `${word} does not work` },
    { label: 'How to use it', words: `how do I use ${word}` },
  ],
  emptyTitle: 'How can I help?',
  empty: ['Please write in a few words what you need, for example '] as Text,
  example: 'vpn keeps dropping',
  helped: 'That helped',
  stillBroken: 'Still broken',
  openTicket: 'Open a ticket',
  glad: ['Glad it helped. Write any time.'] as Text,
  gladTitle: 'Glad it helped',
  stillOpen: (ticket: string): Text => [bold(ticket), ', which you opened for this question, is still open.'],
  closeTicket: (ticket: string): string => `It is solved: close ${ticket}`,
  helpedBy: (article: string | undefined): string =>
    article ? `This article helped: ${article}` : 'The answer helped.',
  meanwhile: ['You may not have to wait: this should help.'] as Text,
  otherLanguage: ['This article is written in Chinese; there is no English version yet.'] as Text,
  gone: (question: string): Text => ['The article for ', bold(question), ' no longer exists. Please ask again.'],
  noQuestion: (id: string): Text => ['There is no question ', bold(id), ' that agents may read.'],
  why: 'Why this answer',
  whyTitle: 'Why this answer',
  confidence: (confidence: number, score: number) =>
    `${Math.round(100 * confidence)} % sure, score ${score.toFixed(2)}`,
  whyNothing: ['No article shares a word or an idea with this question.'] as Text,
  whyNote: [
    'Based on the articles as they are now. Each number shows how strongly a word of the question, or its meaning, points to the article.',
  ] as Text,
  whyWhat: ['You have not asked me anything yet. Ask first, then write why.'] as Text,
  log: {
    title: (band?: Band) =>
      band === undefined
        ? 'Questions asked'
        : { sure: 'Answered at once', choices: 'Offered a choice', none: 'Without an answer' }[band],
    week: ({ sure, choices, none, helped }: Week) =>
      `In the last seven days: ${sure} answered at once, ${choices} offered a choice, ${none} without an answer, ${helped} marked as helpful.`,
    nothing: ['There are no questions.'] as Text,
    band: { sure: 'answered', choices: 'offered', none: 'no answer' },
    /** Understood as something to do, by its name, and what was chosen of the offer. */
    meant: (intent: string, chosen: string | undefined) =>
      `understood as ${intent}${chosen === undefined ? '' : `, chosen: ${chosen}`}`,
    offered: (title: string, confidence: number, wasRead: boolean) =>
      `${title} (${Math.round(100 * confidence)} %${wasRead ? ', read' : ''})`,
    helped: 'helped',
    ticket: (id: string) => `became ${id}`,
    all: 'All',
    earlier: 'Earlier',
    howTo: [
      'Questions from all channels, without names. Questions that became confidential tickets are left out. ',
      code('why Q-1'),
      ' explains the answers to a question.',
    ] as Text,
  },
};

export const zh: typeof en = {
  soundsLike: ['请试试这样做：'],
  orThis: ['您想问的是别的？'],
  choose: '是以下哪一个？',
  chooseIntro: ['我不确定您指的是哪一个，请选择，或新建工单。'],
  outageTitle: '这听起来像是大面积故障',
  outage: ['要按故障上报吗？坐席会立即收到呼叫，进展会在这里告诉您。'],
  reportOutage: '上报故障',
  noneTitle: '这个问题我没有答案',
  none: ['没有文章符合您的问题。请换个说法，或新建工单。坐席会帮您处理，工单会附上您的提问。'],
  outsideTitle: '我是 IT 服务台',
  outside: ['我能处理设备、软件、网络、账号和权限。其他事情请联系其他部门，或转人工：'],
  wordTitle: (word) => `“${word}”怎么了？`,
  word: ['请选择，或再多写几个字。'],
  aboutWord: (word) => [
    { label: '不能用', words: `${word}不能用` },
    { label: '怎么用', words: `怎么用${word}` },
  ],
  emptyTitle: '需要什么帮助？',
  empty: ['请用几个字写下您的需要，例如 '],
  example: 'VPN 老是断开',
  helped: '已解决',
  stillBroken: '还没解决',
  openTicket: '新建工单',
  glad: ['很高兴帮到您，如有需要请随时联系。'],
  gladTitle: '很高兴帮到您',
  stillOpen: (ticket) => ['您为此新建的工单 ', bold(ticket), ' 仍未关闭。'],
  closeTicket: (ticket) => `已解决：关闭 ${ticket}`,
  helpedBy: (article) => (article ? `这篇文章解决了问题：${article}` : '答案解决了问题。'),
  meanwhile: ['您也许无需等待，请先试试这样做。'],
  otherLanguage: ['这篇文章是英文的，暂时没有中文版。'],
  gone: (question) => ['问题 ', bold(question), ' 对应的文章已不存在，请重新提问。'],
  noQuestion: (id) => ['没有坐席可查看的提问 ', bold(id), '。'],
  why: '为什么是这个答案',
  whyTitle: '为什么是这个答案',
  confidence: (confidence, score) => `把握 ${Math.round(100 * confidence)} %，得分 ${score.toFixed(2)}`,
  whyNothing: ['没有文章与这个问题有相同的词或含义。'],
  whyNote: ['按文章目前的内容计算。数字表示问题中的词或其含义对该文章的支持程度。'],
  whyWhat: ['您还没有提过问题。请先提问，再输入“为什么”。'],
  log: {
    title: (band) =>
      band === undefined
        ? '大家的提问'
        : { sure: '直接回答的提问', choices: '给出选项的提问', none: '没有答案的提问' }[band],
    week: ({ sure, choices, none, helped }) =>
      `最近七天：直接回答 ${sure} 个，给出选项 ${choices} 个，没有答案 ${none} 个；${helped} 个表示已解决。`,
    nothing: ['还没有人提问。'],
    band: { sure: '已回答', choices: '给出选项', none: '没有答案' },
    meant: (intent, chosen) => `理解为 ${intent}${chosen === undefined ? '' : `，已选：${chosen}`}`,
    offered: (title, confidence, wasRead) => `${title}（${Math.round(100 * confidence)} %${wasRead ? '，已读' : ''}）`,
    helped: '已解决',
    ticket: (id) => `转为 ${id}`,
    all: '全部',
    earlier: '更早',
    howTo: ['包括所有渠道，不含姓名；转为保密工单的不显示。', code('为什么 Q-1'), ' 可查看答案的依据。'],
  },
};
