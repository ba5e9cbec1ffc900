/** Procedures as their authors write them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectory } from '../../src/directory/policy.js';
import { loadSops } from '../../src/sops/sops.shelf.js';

const directory = readDirectory('policies');
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sops-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const head = {
  id: 'laptop-loss',
  title: 'Laptop lost',
  language: 'en',
  type: 'emergency',
  version: '2',
  owner: 'security',
  reviewer: 'admin',
  effective: '2026-10-01',
  review: '2027-04-01',
  audience: 'everyone',
  changes: 'Shorter.',
};
const document = (changed: Partial<Record<keyof typeof head | 'extra', string>> = {}, body = 'Call security.') =>
  `---\n${Object.entries({ ...head, ...changed })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n\n${body}\n`;
const write = (name: string, text: string) => writeFile(join(dir, name), text);

describe('the procedures that ship', () => {
  test('are without problems, each in English and in Chinese, of several kinds and for several audiences', async () => {
    const { shelf, problems } = await loadSops('knowledge/sops', directory);
    expect(problems).toEqual([]);
    const [english, chinese] = [shelf.all('en'), shelf.all('zh')];
    expect(english.length).toBeGreaterThanOrEqual(4);
    expect(english.every(({ language }) => language === 'en')).toBe(true);
    expect(chinese.every(({ language }) => language === 'zh')).toBe(true);
    expect(new Set(chinese.map(({ id }) => id))).toEqual(new Set(english.map(({ id }) => id)));
    expect(new Set(english.map(({ type }) => type)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(english.map(({ audience }) => audience))).toEqual(new Set(['everyone', 'agents', 'group:it']));
  });

  test.each([
    ['stolen laptop', 'laptop-loss'],
    ['电脑被盗', 'laptop-loss'],
    ['unlock account', 'account-unlock'],
    ['解锁账号', 'account-unlock'],
    ['new starter', 'new-starter'],
    ['新员工入职', 'new-starter'],
    ['major incident', 'major-incident-communication'],
    ['重大故障', 'major-incident-communication'],
  ])('are found first by their words: %s', async (words, id) => {
    const { shelf } = await loadSops('knowledge/sops', directory);
    expect(shelf.find(words, 'en')[0]).toMatchObject({ id, language: 'en' });
    expect(shelf.find(words, 'zh')[0]).toMatchObject({ id, language: 'zh' });
  });
});

describe('an author who makes a mistake is told the file, the line and the remedy, and the others still load', () => {
  test.each([
    ['no front matter', 'Just text', 1, /no front matter/i],
    ['a missing owner', document({ owner: '' }), 2, /owner/],
    ['an unknown language', document({ language: 'fr' }), 4, /language/],
    ['an unknown kind', document({ type: 'advice' }), 5, /type/],
    ['half a version', document({ version: '1.5' }), 6, /version/],
    ['version zero', document({ version: '0' }), 6, /version/],
    ['an owner who is nobody', document({ owner: 'ghost' }), 7, /owner: nobody has the id "ghost"/],
    ['an owner who reviews', document({ reviewer: 'security' }), 8, /cannot review their own/],
    ['a wrong date', document({ effective: '1.10.2026' }), 9, /effective: must be a date/],
    ['an unknown audience', document({ audience: 'bosses' }), 11, /audience: must be everyone, agents, or group/],
    ['a group that is not there', document({ audience: 'group:hr' }), 11, /there is no group "hr"/],
    ['an id with spaces', document({ id: 'Laptop loss' }), 2, /id: must be small letters/],
    ['an unknown key', document({ extra: 'x' }), 13, /extra/],
    ['broken YAML', document({ title: 'A: B' }), 3, /not YAML/],
    ['no text', document({}, ''), undefined, /no text/],
  ])('%s', async (_, text, line, message) => {
    await write('bad.en.md', text);
    await write('good.en.md', document({ id: 'good' }));
    const { shelf, problems } = await loadSops(dir, directory);
    expect(shelf.all('en').map(({ id }) => id)).toEqual(['good']);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.file).toContain('bad.en.md');
    expect(problems[0]!.line).toBe(line);
    expect(problems[0]!.message).toMatch(message);
    expect(problems[0]!.remedy.length).toBeGreaterThan(20);
  });

  test('a missing folder is a problem, not a crash', async () => {
    const { shelf, problems } = await loadSops(join(dir, 'nowhere'), directory);
    expect(shelf.all('en')).toEqual([]);
    expect(problems[0]!.remedy).toMatch(/Create it/);
  });
});

describe('two languages of one procedure', () => {
  test('stand for each other where one is missing', async () => {
    await write('laptop-loss.en.md', document());
    const { shelf } = await loadSops(dir, directory);
    expect(shelf.sop('laptop-loss', 'zh')).toMatchObject({ language: 'en' });
    expect(shelf.all('zh')).toHaveLength(1);
  });

  test('an outdated translation is not shown, and its author is told', async () => {
    await write('laptop-loss.en.md', document({ version: '3' }));
    await write('laptop-loss.zh.md', document({ language: 'zh', title: '电脑遗失' }));
    const { shelf, problems } = await loadSops(dir, directory);
    expect(shelf.sop('laptop-loss', 'zh')).toMatchObject({ language: 'en', version: 3 });
    expect(problems).toEqual([
      expect.objectContaining({
        line: 6,
        message: expect.stringMatching(/version: 2 here, 3 in .*laptop-loss\.en\.md/),
      }),
    ]);
  });

  test('cannot be meant for different readers', async () => {
    await write('laptop-loss.en.md', document({ audience: 'agents' }));
    await write('laptop-loss.zh.md', document({ language: 'zh', title: '电脑遗失' }));
    const { shelf, problems } = await loadSops(dir, directory);
    expect(shelf.sop('laptop-loss', 'zh')).toMatchObject({ audience: 'agents' });
    expect(problems[0]!.message).toMatch(/audience/);
  });

  test('one id means one document', async () => {
    await write('laptop-loss.en.md', document());
    await write('other.en.md', document({ title: 'Another' }));
    const { shelf, problems } = await loadSops(dir, directory);
    expect(shelf.all('en').map(({ title }) => title)).toEqual(['Laptop lost']);
    expect(problems[0]).toMatchObject({ line: 2, message: expect.stringMatching(/in the same language/) });
  });
});
