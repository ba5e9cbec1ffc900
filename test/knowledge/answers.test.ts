import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge, type Knowledge } from '../../knowledge/matcher/index.js';

/** The articles that ship with the desk. */
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
});

const first = (question: string): string | undefined => {
  const { band, ranked } = knowledge.answer(question);
  return band === 'sure' ? ranked[0]?.article.id : undefined;
};
const offered = (question: string): string[] => knowledge.answer(question).ranked.map(({ article }) => article.id);

describe('somebody with an everyday problem', () => {
  test.each([
    ['vpn keeps dropping', 'vpn-drops.en'],
    ['VPN 老是断开', 'vpn-drops.zh'],
    ['I forgot my password', 'password-reset.en'],
    ['忘记密码了', 'password-reset.zh'],
    ['paper jam in the printer', 'printer-jam.en'],
    ['打印机卡纸', 'printer-jam.zh'],
    ['Hi team, my mailbox is full, could you please help? Thanks', 'mailbox-full.en'],
    ['你好,邮箱满了怎么办?', 'mailbox-full.zh'],
  ])('%s → %s, at once and in their own language', (question, id) => {
    expect(first(question)).toBe(id);
  });

  test('gets steps to follow, not just a page', () => {
    const { article } = knowledge.answer('vpn keeps dropping').ranked[0]!;
    expect(article.steps.length).toBeGreaterThanOrEqual(3);
    expect(article.steps[1]).toContain('**Disconnect**');
  });

  test.each([
    ['vpn keeps droping', 'vpn-drops.en'],
    ['i frogot my pasword', 'password-reset.en'],
    ['printr paper jam', 'printer-jam.en'],
    ['my mailbxo is full', 'mailbox-full.en'],
  ])('is understood with typing slips: %s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  test('is told why an answer was chosen', () => {
    const { why } = knowledge.answer('vpn keeps dropping').ranked[0]!;
    expect(why.map(({ term }) => term)).toEqual(expect.arrayContaining(['vpn', 'dropping']));
    expect(why.every(({ score }) => score > 0)).toBe(true);
  });
});

describe('why this answer', () => {
  test.each(['vpn keeps dropping', 'wifi slow', '打印机卡纸', 'tell me a joke'])(
    '%s: its reasons add up',
    (question) => {
      const explained = knowledge.explain(question);
      expect(explained.map(({ article, confidence }) => [article.id, confidence])).toEqual(
        knowledge.rank(question).map(({ article, confidence }) => [article.id, confidence]),
      );
      const [best] = explained;
      if (best === undefined) return;
      const sum = best.signals.reduce((total, { adds }) => total + adds, 0);
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(best.confidence);
    },
  );
});

describe('a question the desk knows nothing about', () => {
  test.each([
    'best pizza near the office',
    'what is the capital of France',
    'tell me a joke',
    '中午吃什么',
    '明天天气怎么样',
    'Когда откроется столовая?',
  ])('%s is offered a ticket, not an answer', (question) => {
    expect(knowledge.answer(question).band).not.toBe('sure');
  });
});

/** Everything the articles say, one after the other: the hardest text of its length. */
const letter = (lang: 'en' | 'zh'): string =>
  readdirSync('knowledge/faq')
    .filter((name) => name.endsWith(`.${lang}.md`))
    .map((name) => readFileSync(join('knowledge/faq', name), 'utf8').split('---')[2])
    .join('\n')
    .slice(0, 10_000);

describe('odd input gets a sane answer', () => {
  const odd: [string, string][] = [
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['only emoji', '😀🙃🔥'],
    ['only stop words', 'of the and a'],
    ['10,000 letters without a space', 'a'.repeat(10_000)],
    ['10,000 characters of words', 'vpn printer mail '.repeat(600).slice(0, 10_000)],
    ['10,000 Han characters', '网络打印机邮箱'.repeat(1500).slice(0, 10_000)],
    ['10,000 characters of English', letter('en')],
    ['10,000 characters of Chinese', letter('zh')],
    ['10,000 characters of a third language', 'Когда откроется столовая? '.repeat(400).slice(0, 10_000)],
    ['10,000 letters that stand for many', 'ﷺ'.repeat(10_000)],
    ['10,000 emoji', '😀'.repeat(10_000)],
    ['thousands of mentions', '<@U123ABC> '.repeat(900)],
    ['10,000 open brackets', '<'.repeat(10_000)],
    ['10,000 colons', ':'.repeat(10_000)],
    ['a lone surrogate', '\uD83D vpn'],
    ['a control character', 'vpn\u0000drops'],
    ['words of the machine', '__proto__ constructor toString'],
  ];
  test.each(odd)('%s', (_, question) => {
    const { band, ranked } = knowledge.answer(question);
    expect(['sure', 'choices', 'none']).toContain(band);
    for (const { confidence } of ranked) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    '',
    ' ',
    '😀🙃🔥',
    '😀'.repeat(10_000),
    'of the and a',
    'of the and a '.repeat(800),
    '??!',
    '<@U123ABC> '.repeat(900),
  ])('"%s" says nothing, so nothing is answered', (question) => {
    expect(knowledge.answer(question).band).toBe('none');
  });

  test.each([
    '<@U123ABC> vpn keeps dropping <https://example.com/a|screenshot>',
    '<at>Deskhand</at> vpn keeps dropping',
    '<p>vpn <b>keeps</b> dropping</p>',
    ':wave: vpn keeps dropping :sob:',
    'VPN KEEPS DROPPING!!!',
  ])('markup and mentions do not get in the way: %s', (question) => {
    expect(first(question)).toBe('vpn-drops.en');
  });

  test('the answer to a long letter is still found', () => {
    expect(
      offered(`vpn keeps dropping. ${'I have tried everything and I am quite tired of it. '.repeat(150)}`),
    ).toContain('vpn-drops.en');
  });
});
