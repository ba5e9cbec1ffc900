import * as fc from 'fast-check';
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import {
  createGlossary,
  createKnowledge,
  detectLanguage,
  loadGlossary,
  type Article,
  type Glossary,
} from '../../knowledge/matcher/index.js';
import { stem } from '../../knowledge/matcher/text.js';
import { createSpeller, isOneSlip } from '../../knowledge/matcher/typos.js';

const article = (id: string, title: string, rest: Partial<Article> = {}): Article => ({
  id,
  pair: id.replace(/\.(en|zh)$/, ''),
  lang: id.endsWith('.zh') ? 'zh' : 'en',
  title,
  phrasings: [],
  body: '',
  steps: [],
  audience: 'everyone',
  ...rest,
});
const glossary: Glossary = createGlossary([
  { en: ['vpn', 'tunnel'], zh: ['vpn', '隧道'] },
  { en: ['drops', 'disconnects', 'kicked off'], zh: ['断开', '掉线'] },
  { en: ['printer', 'copier'], zh: ['打印机', '复印机'] },
  { en: ['paper jam', 'jammed', 'paper stuck'], zh: ['卡纸'] },
  { en: ['mailbox', 'inbox'], zh: ['邮箱'] },
  { en: ['full', 'quota'], zh: ['满'] },
]);
const english = [
  article('vpn.en', 'VPN drops'),
  article('jam.en', 'Printer paper jam'),
  article('mailbox.en', 'Mailbox is full'),
];
const best = (knowledge: ReturnType<typeof createKnowledge>, question: string) =>
  knowledge.rank(question)[0]?.article.id;

describe('a question in other words', () => {
  test('finds its article through the glossary', () => {
    const knowledge = createKnowledge(english, glossary);
    expect(best(knowledge, 'tunnel disconnects')).toBe('vpn.en');
    expect(best(knowledge, 'the copier has jammed')).toBe('jam.en');
    expect(best(knowledge, 'inbox over quota')).toBe('mailbox.en');
  });

  test('is not found without one', () => {
    expect(createKnowledge(english).answer('tunnel disconnects').band).toBe('none');
  });

  test('is found though those words have a slip in them', () => {
    const knowledge = createKnowledge(english, glossary);
    expect(best(knowledge, 'the pirnter has jamed')).toBe('jam.en');
    expect(best(knowledge, 'tunnel disconects')).toBe('vpn.en');
  });

  test.each([
    ['a short word', 'accent', ['accept', 'agree']],
    ['one with another ending', 'freezer', ['freezes', 'hangs']],
  ])('is not taken for another: %s', (_, asked, wordings) => {
    const knowledge = createKnowledge([article('other.en', wordings[1]!)], createGlossary([{ en: wordings }]));
    expect(knowledge.answer(asked).band).toBe('none');
  });

  test.each([
    ['our team is growing', 'Teams has no sound'],
    ['the window is dirty', 'Windows does not start'],
  ])('%s: has nothing to do with "%s"', (asked, title) => {
    const known = createGlossary([{ en: ['team'] }, { en: ['window'] }]);
    expect(createKnowledge([article('name.en', title)], known).rank(asked)).toEqual([]);
  });
});

describe('a Chinese question typed by sound', () => {
  const chinese = [
    article('vpn.zh', 'VPN 掉线'),
    article('jam.zh', '打印机卡纸'),
    article('badge.zh', '离开公司时交还工卡'),
    article('mailbox.zh', '邮箱满了'),
  ];
  const knowledge = createKnowledge(
    chinese,
    createGlossary([{ zh: ['打印机', '复印机'] }, { zh: ['邮箱', '信箱'] }, { zh: ['离开'] }, { zh: ['人力'] }]),
  );

  test.each([
    ['复印及坏了', 'jam.zh'],
    ['新箱', 'mailbox.zh'],
  ])('%s: finds what was meant', (question, id) => {
    expect(best(knowledge, question)).toBe(id);
  });

  test('is left alone where what was typed is a word itself', () => {
    const reasons = knowledge.rank('有人离开')[0]!.why.map(({ term }) => term);
    expect(reasons).toContain('离开');
  });
});

describe('a question in the other language', () => {
  test.each([
    ['复印机卡纸', 'jam.en'],
    ['邮箱满了', 'mailbox.en'],
    ['隧道掉线', 'vpn.en'],
  ])('%s is answered from the English article when there is no Chinese one', (question, id) => {
    const { band, ranked } = createKnowledge(english, glossary).answer(question);
    expect({ band: band !== 'none', id: ranked[0]?.article.id, lang: ranked[0]?.article.lang }).toEqual({
      band: true,
      id,
      lang: 'en',
    });
  });

  test('is answered in its own language when there is', () => {
    const knowledge = createKnowledge([...english, article('jam.zh', '打印机卡纸')], glossary);
    expect(knowledge.rank('复印机卡纸').map(({ article }) => article.id)).toContain('jam.zh');
    expect(knowledge.rank('复印机卡纸').map(({ article }) => article.id)).not.toContain('jam.en');
    expect(best(knowledge, 'printer paper jam')).toBe('jam.en');
  });

  test.each([
    ['vpn keeps dropping', 'en'],
    ['VPN 老是断开', 'zh'],
    ['Wo ist der Drucker?', 'en'],
    ['', 'en'],
    ['🙂', 'en'],
  ])('the language of "%s" is %s', (text, lang) => expect(detectLanguage(text)).toBe(lang));
});

describe('whatever is asked', () => {
  const knowledge = createKnowledge([...english, article('jam.zh', '打印机卡纸')], glossary);

  test('the answer is sane: confidences between 0 and 1, falling, no article twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (question) => {
        const ranked = knowledge.rank(question);
        const confidences = ranked.map(({ confidence }) => confidence);
        expect(confidences.every((one) => one >= 0 && one <= 1)).toBe(true);
        expect(confidences).toEqual(confidences.toSorted((x, y) => y - x));
        expect(new Set(ranked.map(({ article }) => article.id)).size).toBe(ranked.length);
      }),
    );
  });

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(fc.constantFrom('printer', 'vpn', '卡纸', 'mailbox'), fc.string(), (word, rest) => {
        expect(knowledge.rank(`${word} ${rest}`)).toEqual(knowledge.rank(`${word} ${rest}`));
      }),
    );
  });

  test('an article answers to its own title', () => {
    for (const { id, title } of english) expect(best(knowledge, title)).toBe(id);
  });
});

describe('a question about one word of an article', () => {
  test.each(['translate my e-mail', 'how do I forward my e-mail'])(
    '"%s" is not given another answer',
    async (beside) => {
      const desk = createKnowledge(
        [
          article('phone.en', 'Set up work e-mail on a mobile phone'),
          article('vpn.en', 'Connect to the company VPN from home'),
          article('printer.en', 'Add a network printer'),
          article('guest.en', 'Guest Wi-Fi for visitors'),
          article('slow.en', 'Laptop is slow'),
          article('room.en', 'Book a meeting room'),
          article('record.en', 'Record a Teams meeting'),
          article('folder.en', 'Request access to a shared folder'),
        ],
        await loadGlossary('knowledge/glossary.yaml'),
      );
      expect(desk.answer(beside).band).not.toBe('sure');
      expect(desk.answer('set up my mail on the phone').band).toBe('sure');
    },
  );
});

test('every word has its Porter stem, save names that are no plurals', () => {
  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''));
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 3, maxLength: 24 }), (word) => {
      expect(stem(word)).toBe(['teams', 'windows'].includes(word) ? word : PorterStemmer.stem(word));
    }),
    { numRuns: 1000 },
  );
});

test('a word is put right to any word one slip away, and to the commonest of them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, (known, typed) => {
      const spell = createSpeller(new Map(known.map((each, term) => [each, term])), (term) => term);
      const near = known.filter((each) => each.length > 3 && isOneSlip(typed, each));
      const found = spell(typed);
      expect(found === undefined ? undefined : known[found]).toBe(typed.length > 3 ? near.at(-1) : undefined);
    }),
    { numRuns: 500 },
  );
});
