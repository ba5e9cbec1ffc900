/** What was made at one start is used at the next, and never when it is not what would be made now. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCache, recall, type Cache } from '../../knowledge/matcher/cache.js';
import { atOnce, createIntents, createKnowledge, type Article } from '../../knowledge/matcher/index.js';
import { readYaml } from '../../knowledge/matcher/source.js';

const YAML = 'people:\n  - { id: ada, since: 2024 }\n  - { id: bob, note: "*" }\n';
const PEOPLE = {
  people: [
    { id: 'ada', since: 2024 },
    { id: 'bob', note: '*' },
  ],
};

const article = (id: string, lang: 'en' | 'zh', title: string, phrasings: string[]): Article => ({
  id: `${id}.${lang}`,
  pair: id,
  lang,
  title,
  phrasings,
  body: '1. Restart it.',
  steps: ['Restart it.'],
  audience: 'everyone',
});
const shelf = () => [
  article('vpn', 'en', 'The VPN drops', ['vpn keeps dropping', 'I am thrown out of the vpn']),
  article('printer', 'en', 'The printer jams', ['paper is stuck in the printer', 'printer eats my paper']),
  article('vpn', 'zh', 'VPN 断开', ['VPN 老是断开']),
  article('printer', 'zh', '打印机卡纸', ['纸卡在打印机里了']),
];
const QUESTIONS = ['vpn drops all day', 'paper jam', 'VPN 断了', '打印机又卡了'];

let dir: string;
const open: Cache[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'deskhand-cache-'));
});
afterEach(async () => {
  for (const cache of open.splice(0)) cache.close();
  await rm(dir, { recursive: true, force: true });
});

/** All that is read and learned, and what people are told then. */
async function told(yaml: string, articles: Article[]) {
  const { value, lineOf } = readYaml(yaml);
  const knowledge = createKnowledge(articles);
  await knowledge.prepare();
  return { value, line: lineOf(['people', 1, 'note']), answers: QUESTIONS.map((each) => knowledge.explain(each)) };
}
/** What the process itself remembers of its last start is of another bank then. */
const forget = () =>
  createKnowledge([
    article('a', 'en', 'One', ['one']),
    article('b', 'en', 'Two', ['two']),
    article('a', 'zh', '一', ['一个']),
    article('b', 'zh', '二', ['二个']),
  ]).prepare();

async function start({ code = 'code 1', yaml = YAML, articles = shelf() } = {}) {
  const damage: string[] = [];
  const cache = openCache(join(dir, 'cache'), code, (reason) => damage.push(reason));
  open.push(cache);
  const hits = recall('yaml', yaml) !== undefined;
  const found = await told(yaml, articles);
  await cache.save();
  await cache.prune();
  cache.close();
  await forget();
  return { hits, damage, ...found };
}
const files = async () => (await readdir(join(dir, 'cache'))).map((name) => join(dir, 'cache', name)).toSorted();
const inodes = async () => Promise.all((await files()).map(async (file) => (await stat(file)).ino));

async function withoutCache(yaml = YAML, articles = shelf()) {
  const found = await told(yaml, articles);
  await forget();
  return found;
}

it('ends up the same from the cache as without it, and writes it once', async () => {
  const bare = await withoutCache();
  expect(bare).toMatchObject({ value: PEOPLE, line: 3 });
  expect(await start()).toEqual({ hits: false, damage: [], ...bare });
  const written = await inodes();
  // The YAML, and the phrasings of each language.
  expect(written).toHaveLength(3);
  expect(await start()).toEqual({ hits: true, damage: [], ...bare });
  expect(await inodes()).toEqual(written);
});

it('what has changed since is read and learned as it is now', async () => {
  await start();
  const yaml = YAML.replace('2024', '2025');
  const articles = shelf().toSpliced(1, 1, article('printer', 'en', 'The printer burns', ['paper jam']));
  const changed = await start({ yaml, articles });
  expect(changed).toEqual({ hits: false, damage: [], ...(await withoutCache(yaml, articles)) });
  expect(await start({ yaml, articles })).toEqual({ ...changed, hits: true });
  // Of what is used no more, nothing stays.
  expect((await start()).hits).toBe(false);
});

it('what other code made is not used', async () => {
  const { hits: _, ...first } = await start();
  expect(await start({ code: 'code 2' })).toEqual({ hits: false, ...first });
  expect(await start({ code: 'code 2' })).toEqual({ hits: true, ...first });
});

it('meanings are learned once, and anew when their examples change', async () => {
  const cache = openCache(join(dir, 'cache'), 'code 1', () => {});
  open.push(cache);
  const meant = async (label: string) => {
    const samples = [
      { words: 'close my ticket', label },
      { words: 'good morning', label: 'greeting' },
    ];
    let learned = false;
    const samplesOf = () => ((learned = true), samples);
    const judge = atOnce(createIntents(JSON.stringify(samples), samplesOf, (text) => ({ text, ideas: [] })));
    await cache.save();
    return { learned, means: judge('close my ticket')[0]!.intent };
  };
  expect(await meant('close')).toEqual({ learned: true, means: 'close' });
  expect(await meant('close')).toEqual({ learned: false, means: 'close' });
  expect(await meant('cancel')).toEqual({ learned: true, means: 'cancel' });
  expect(await files()).toHaveLength(2);
});

it('a file that is cut short or altered is named, not used, and made anew', async () => {
  const { hits: _, ...first } = await start();
  for (const file of await files()) {
    const whole = await readFile(file);
    const flipped = (at: number) => whole.with(at, whole[at]! ^ 1);
    const head = whole.indexOf(10);
    for (const bytes of [
      ...[0, 10, head, head + 1, whole.length >> 1, whole.length - 1].map((length) => whole.subarray(0, length)),
      ...[0, head, head + 2, whole.length >> 1, whole.length - 1].map(flipped),
      Buffer.concat([whole, Buffer.alloc(1)]),
      Buffer.from('not one of ours'),
    ]) {
      await writeFile(file, bytes);
      const { hits: __, damage, ...again } = await start();
      expect(new Set(damage)).toEqual(new Set(['it is damaged']));
      expect({ damage: [], ...again }).toEqual(first);
      expect(await start()).toEqual({ ...first, hits: true });
    }
  }
});

it('a folder that cannot be read or written costs the time alone', async () => {
  await writeFile(join(dir, 'cache'), 'a file');
  const damage: string[] = [];
  const cache = openCache(join(dir, 'cache'), 'code 1', (reason) => damage.push(reason));
  open.push(cache);
  expect(readYaml(YAML).value).toEqual(PEOPLE);
  expect(damage).toEqual([expect.stringMatching(/ENOTDIR/)]);
  await expect(cache.save()).rejects.toThrow(/cache/);
});
