import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge, watchKnowledge, type Knowledge } from '../../knowledge/matcher/index.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await mkdir(join(dir, 'faq'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(dir, 'faq', name), text);
const article = (front: string, body = 'Do this.\n\n1. First.\n2. Then.'): string => `---\n${front}\n---\n\n${body}\n`;
const vpn = article('title: VPN keeps dropping\nlanguage: en\nphrasings:\n  - vpn disconnects');

describe('the articles that ship', () => {
  let shipped: Knowledge;
  beforeAll(async () => {
    shipped = await loadKnowledge('knowledge');
  });

  test('have no problems', () => expect(shipped.problems).toEqual([]));

  test('are each in English and in Chinese', () => {
    const ids = shipped.articles.map(({ id }) => id);
    for (const { pair } of shipped.articles) expect(ids).toEqual(expect.arrayContaining([`${pair}.en`, `${pair}.zh`]));
    expect(shipped.article('vpn-drops', 'zh')?.id).toBe('vpn-drops.zh');
    expect(shipped.article('vpn-drops.zh', 'en')?.id).toBe('vpn-drops.en');
  });

  test('have steps, five phrasings, an owner and dates', () => {
    for (const one of shipped.articles) {
      expect({ id: one.id, steps: one.steps.length >= 3, phrasings: one.phrasings.length >= 5 }).toEqual({
        id: one.id,
        steps: true,
        phrasings: true,
      });
      expect(one.owner && one.reviewed && one.validUntil && one.category).toBeTruthy();
    }
  });

  test('are each found, surely, by their own title and phrasings', () => {
    for (const one of shipped.articles) {
      for (const question of [one.title, ...one.phrasings]) {
        const [best] = shipped.rank(question, { lang: one.lang, audience: 'agents' });
        expect({ question, pair: best?.article.pair }).toEqual({ question, pair: one.pair });
      }
    }
  });
});

describe('an author who makes a mistake is told the file, the line and the remedy, and the other articles still load', () => {
  test.each([
    ['no front matter', 'Just text', 1, /no front matter/i],
    ['a missing title', article('language: en'), 2, /title/],
    ['an unknown language', article('title: A\nlanguage: fr'), 3, /language/],
    ['an unknown key', article('title: A\nlanguage: en\nowners: me'), 4, /owners/],
    ['a wrong audience', article('title: A\nlanguage: en\naudience: bosses'), 4, /audience/],
    ['a wrong date', article('title: A\nlanguage: en\nreviewed: 1.2.2026'), 4, /reviewed/],
    ['phrasings that are not a list', article('title: A\nlanguage: en\nphrasings: vpn'), 4, /phrasings/],
    ['broken YAML', article('title: A: B\nlanguage: en'), 2, /YAML/],
    ['no text', article('title: A\nlanguage: en', ''), undefined, /no text/],
  ])('%s', async (_, text, line, message) => {
    await write('bad.en.md', text);
    await write('vpn.en.md', vpn);
    const knowledge = await loadKnowledge(dir);
    expect(knowledge.articles.map(({ id }) => id)).toEqual(['vpn.en']);
    expect(knowledge.problems).toHaveLength(1);
    const [problem] = knowledge.problems;
    expect(problem!.file).toContain('bad.en.md');
    expect(problem!.message).toMatch(message);
    expect(problem!.remedy.length).toBeGreaterThan(20);
    if (line !== undefined) expect(problem!.line).toBe(line);
  });

  test('a missing folder is a problem, not a crash', async () => {
    const knowledge = await loadKnowledge(join(dir, 'nowhere'));
    expect(knowledge.articles).toEqual([]);
    expect(knowledge.problems[0]!.remedy).toMatch(/Create it/);
    expect(knowledge.answer('vpn').band).toBe('none');
  });

  test('a broken glossary is a problem, and articles are found without it', async () => {
    await write('vpn.en.md', vpn);
    await writeFile(join(dir, 'glossary.yaml'), '- word: vpn\n');
    const knowledge = await loadKnowledge(dir);
    expect(knowledge.problems[0]!.message).toMatch(/entry 0/);
    expect(knowledge.answer('vpn disconnects').band).toBe('sure');
  });
});

describe('who may see what', () => {
  test('an article for agents is never shown to employees', async () => {
    await write('reset.en.md', article('title: Reset the gateway\nlanguage: en\naudience: agents'));
    const knowledge = await loadKnowledge(dir);
    expect(knowledge.rank('reset the gateway')).toEqual([]);
    expect(knowledge.answer('reset the gateway', { audience: 'agents' }).ranked[0]!.article.id).toBe('reset.en');
  });

  test('an article past its validity is hidden', async () => {
    await write('old.en.md', article('title: VPN keeps dropping\nlanguage: en\nvalidUntil: 2026-06-30'));
    const knowledge = await loadKnowledge(dir);
    expect(knowledge.rank('vpn keeps dropping', { today: '2026-06-30' })).toHaveLength(1);
    expect(knowledge.rank('vpn keeps dropping', { today: '2026-07-01' })).toEqual([]);
  });
});

describe('learning', () => {
  test('a confirmed question finds its article from then on', async () => {
    await write('vpn.en.md', vpn);
    await write('mail.en.md', article('title: Mailbox is full\nlanguage: en'));
    const knowledge = await loadKnowledge(dir);
    const question = 'tunnel collapses constantly';
    expect(knowledge.answer(question).band).toBe('none');
    knowledge.learn('vpn.en', question);
    expect(knowledge.answer(question)).toMatchObject({ band: 'sure', ranked: [{ article: { id: 'vpn.en' } }] });
    expect(() => knowledge.learn('nothing.en', question)).toThrow(/no article "nothing.en"/);
  });
});

describe('an edit', () => {
  test('is live without a restart', async () => {
    await write('vpn.en.md', vpn);
    let resolve: (knowledge: Knowledge) => void;
    const next = new Promise<Knowledge>((done) => (resolve = done));
    const watcher = watchKnowledge(dir, (knowledge) => {
      if (knowledge.articles.length === 2) resolve(knowledge);
    });
    await write('mail.en.md', article('title: Mailbox is full\nlanguage: en'));
    expect((await next).answer('mailbox full').ranked[0]!.article.id).toBe('mail.en');
    watcher.close();
  });
});
