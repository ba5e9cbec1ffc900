/** Large knowledge takes a while to read; meanwhile people ask and are answered. */
import {
  DUPLICATE_LIKENESS,
  createGlossary,
  createKnowledge,
  openCache,
  type Article,
} from '../../knowledge/matcher/index.js';
import { createLibrary } from '../../src/articles/articles.library.js';

// Nothing is recalled here, since the learning itself is watched.
beforeAll(() => openCache('nowhere', '', () => {}).close());

const SYLLABLES = 'ba be bi do du fe ka ki lo lu ma me no pa ra re si so ta te'.split(' ');
const word = (number: number) =>
  Array.from({ length: 4 }, (_, place) => SYLLABLES[Math.floor(number / 20 ** place) % 20]).join('');

/** Articles that share no word. */
const shelf = (count: number, phrasings = 1): Article[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `a${index}.en`,
    pair: `a${index}`,
    lang: 'en',
    title: `${word(7 * index)} ${word(7 * index + 1)}`,
    phrasings: Array.from({ length: phrasings }, (_, each) => `${word(7 * index + 2)} ${word(7 * index + 3 + each)}`),
    body: `1. ${word(7 * index + 6)}`,
    steps: [],
    audience: 'everyone',
  }));
const first = (knowledge: { answer(words: string): { ranked: { article: Article }[] } }, words: string) =>
  knowledge.answer(words).ranked[0]?.article.id;

/** How often others had their turn until it was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let done = false;
  void work.then(() => (done = true));
  while (!done) {
    await new Promise((next) => setImmediate(next));
    turns++;
  }
  return turns;
}

describe('knowledge that is being prepared', () => {
  it('lets others have their turn, while it reads and while it learns', async () => {
    expect(await turnsDuring(createKnowledge(shelf(6000)).prepare())).toBeGreaterThan(5);
    expect(await turnsDuring(createKnowledge(shelf(400, 3)).prepare())).toBeGreaterThan(5);
  });

  it('answers who cannot wait, and ends up the same', async () => {
    const asked = createKnowledge(shelf(3000));
    const preparing = asked.prepare();
    await new Promise((next) => setImmediate(next));
    expect(first(asked, shelf(6)[5]!.title)).toBe('a5.en');
    await preparing;
    const waited = createKnowledge(shelf(3000));
    await waited.prepare();
    const question = shelf(8)[7]!.phrasings[0]!;
    expect(asked.rank(question)).toEqual(waited.rank(question));
  });

  it('answers with what was there before until a new phrasing is read, and loses none that came meanwhile', async () => {
    const knowledge = createKnowledge(shelf(3000));
    await knowledge.prepare();
    knowledge.learn('a1.en', 'zebra aquarium');
    const preparing = knowledge.prepare();
    await new Promise((next) => setImmediate(next));
    expect(first(knowledge, shelf(6)[5]!.title)).toBe('a5.en');
    expect(first(knowledge, 'zebra aquarium')).toBeUndefined();
    knowledge.learn('a2.en', 'purple elephant');
    await preparing;
    expect(first(knowledge, 'zebra aquarium')).toBe('a1.en');
    expect(first(knowledge, 'purple elephant')).toBe('a2.en');
  });

  it('is renewed before the next question where nobody prepares', () => {
    const knowledge = createKnowledge(shelf(30));
    expect(first(knowledge, 'zebra aquarium')).toBeUndefined();
    knowledge.learn('a1.en', 'zebra aquarium');
    expect(first(knowledge, 'zebra aquarium')).toBe('a1.en');
  });
});

describe('the library', () => {
  const taught = (article: string, words: string) => ({
    _id: words,
    article,
    title: shelf(10).find(({ id }) => id === article)!.title,
    words,
  });

  it('goes on answering while the files are taken anew, and then knows what was taught too', async () => {
    const library = createLibrary(createKnowledge(shelf(2000)));
    await library.update({ published: [], taught: [taught('a1.en', 'zebra aquarium')] });
    const before = library.knowledge();
    expect(first(before, 'zebra aquarium')).toBe('a1.en');
    const reloading = library.reload(createKnowledge(shelf(2001)));
    const learning = library.update({
      published: [],
      taught: [taught('a1.en', 'zebra aquarium'), taught('a2.en', 'purple elephant')],
    });
    expect(library.knowledge()).toBe(before);
    expect(first(library.knowledge(), 'zebra aquarium')).toBe('a1.en');
    await Promise.all([reloading, learning]);
    expect(library.knowledge()).not.toBe(before);
    expect(library.knowledge().articles).toHaveLength(2001);
    expect(first(library.knowledge(), 'zebra aquarium')).toBe('a1.en');
    expect(first(library.knowledge(), 'purple elephant')).toBe('a2.en');
    await library.update({ published: [], taught: [] });
    expect(first(library.knowledge(), 'zebra aquarium')).toBeUndefined();
  });

  it('tells by an edited glossary what says the same', async () => {
    const library = createLibrary(createKnowledge(shelf(1)));
    const alike = () => library.likeness().between('the tunnel is shut', 'my vpn is closed') >= DUPLICATE_LIKENESS;
    expect(alike()).toBe(false);
    const glossary = createGlossary([{ en: 'tunnel, vpn' }, { en: 'shut, closed' }]);
    await library.reload(createKnowledge(shelf(1), glossary));
    expect(alike()).toBe(true);
  });
});
