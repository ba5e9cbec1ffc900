/** A mistake in a file that people write is told with the file, the line and the remedy, whatever the mistake is. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadKnowledge } from '../knowledge/matcher/index.js';
import { readDirectory } from '../src/directory/policy.js';
import { PolicyError, readBeside, readPolicy } from '../src/policy.js';
import { loadSops } from '../src/sops/sops.shelf.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const policy = z.strictObject({
  fallback: z.array(z.string()).default([]),
  names: z.record(z.string(), z.string()).default({}),
  more: z.array(z.strictObject({ id: z.string(), hours: z.string() })).default([]),
});

async function problemOf(content: string | Buffer): Promise<string> {
  await writeFile(join(dir, 'house.yaml'), content);
  try {
    readPolicy(dir, 'house.yaml', policy);
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError);
    return (error as Error).message;
  }
  return 'none';
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(['b', 'c', 'd'].map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abc'[at]}`).join(', ')}]`))
  .join('\n');

test.each<[string, string | Buffer, number, RegExp]>([
  ['an asterisk without quotes', '# Who decides\nfallback: [*security, role:admin]', 2, /not YAML: .*security.*quotes/],
  ['another', 'names:\n  slack: *it-help*', 2, /not YAML: .*it-help.*quotes/],
  ['aliases of aliases', laughs, 2, /not YAML: .*alias/],
  ['an alias of what contains it', 'fallback: &all [*all]', 1, /fallback/],
  ['the same key twice', 'names: {}\nfallback: []\nnames: {}', 3, /not YAML: Map keys must be unique/],
  ['a tab', 'names:\n\tit: x', 2, /not YAML: Tabs/],
  ['two documents', 'names: {}\n---\nfallback: []', 2, /not YAML: Source contains multiple documents; remove/],
  ['a merge key', 'base: &base { id: x }\nmore:\n  - <<: *base\n    hours: day', 3, /not YAML: .*<<.*write/],
  ['a tag of one’s own', 'fallback:\n  - !person ada', 2, /not YAML: .*!person/],
  ['an open bracket', 'names: {}\nfallback: [', 2, /not YAML: /],
  ['a quote that does not end', 'names:\n  it: "x', 2, /not YAML: /],
  ['a colon too many', 'names: {}\nfallback: a: b', 2, /not YAML: /],
  ['brackets without end', '['.repeat(50_000), 1, /not YAML: values in values, deeper than 100/],
  ['dashes without end', `names:\n  ${'- '.repeat(30_000)}x`, 2, /not YAML: values in values, deeper than 100/],
  ['maps in maps without end', '{a: '.repeat(30_000), 1, /not YAML: values in values, deeper than 100/],
  ['Latin-1', Buffer.from('names:\n  it: caf\u00e9', 'latin1'), 2, /not UTF-8.*save it as UTF-8/],
  ['half a letter', Buffer.from([0x23, 0x0a, 0xe4, 0xb8]), 2, /not UTF-8.*save it as UTF-8/],
  ['UTF-16', utf16('names:\n  it: x'), 1, /UTF-16.*save it as UTF-8/],
  ['UTF-16 the other way round', utf16('names:\n  it: x').swap16(), 1, /UTF-16.*save it as UTF-8/],
  ['UTF-16 without a mark', utf16('names:\n  it: x').subarray(2), 1, /UTF-16.*save it as UTF-8/],
  ['nothing', '', 1, /the file: .*expected object/],
  ['a key nobody knows', 'names: {}\nmoer: []', 2, /Unrecognized key: "moer"/],
])('%s', async (_, content, line, reason) => {
  const problem = await problemOf(content);
  expect(problem).toMatch(new RegExp(`^policies-\\w+/house\\.yaml:${line}: `));
  expect(problem).toMatch(reason);
  expect(problem).not.toMatch(/\n/);
});

test.each<[string, string | Buffer]>([
  ['a mark of UTF-8 at the start', '\uFEFFnames: { it: x }'],
  ['an anchor and its alias', 'names: { it: &it x }\nfallback: [*it, *it]'],
  ['an asterisk in quotes', 'fallback: [\'*security\', "*"]'],
  ['line ends of Windows', 'names:\r\n  it: x\r\n'],
  ['Chinese', 'names: { 服务台: 你好 }'],
  ['a start and an end of the document', '---\nnames: {}\n...\n'],
])('%s is no mistake', async (_, content) => {
  expect(await problemOf(content)).toBe('none');
});

test('a file beside a policy that is not UTF-8 is told of, and one that is not there is not', async () => {
  await writeFile(join(dir, 'days.ics'), Buffer.from('SUMMARY:No\u00ebl', 'latin1'));
  expect(() => readBeside(dir, 'days.ics')).toThrow(/days\.ics:1: .*not UTF-8.*save it as UTF-8/);
  expect(readBeside(dir, 'none.ics')).toBeUndefined();
});

describe('in the knowledge, the file is told of and the others still load:', () => {
  const head = (front: string) => `---\n${front}\n---\n\nDo this.\n`;
  const article = head('title: VPN keeps dropping\nlanguage: en');
  beforeEach(async () => {
    await Promise.all(['faq', 'sops'].map((folder) => mkdir(join(dir, folder))));
    await writeFile(join(dir, 'faq/good.en.md'), article);
  });

  test.each<[string, string | Buffer, number, RegExp]>([
    ['an asterisk without quotes', head('title: A\nowner: *it'), 3, /not YAML: .*it/],
    ['a merge key', head('title: A\n<<: { language: en }'), 3, /not YAML: .*<</],
    ['Latin-1', Buffer.from(head('title: A\nowner: Ren\u00e9'), 'latin1'), 3, /not UTF-8/],
    ['UTF-16', utf16(article), 1, /UTF-16/],
  ])('%s in an article and in a procedure', async (_, content, line, message) => {
    await writeFile(join(dir, 'faq/bad.en.md'), content);
    await writeFile(join(dir, 'sops/bad.en.md'), content);
    const { articles, problems } = await loadKnowledge(dir);
    expect(articles.map(({ id }) => id)).toEqual(['good.en']);
    const sops = await loadSops(join(dir, 'sops'), readDirectory('policies'));
    for (const [problem, ...others] of [problems, sops.problems]) {
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ line, file: expect.stringMatching(/bad\.en\.md$/) as string });
      expect(problem!.message).toMatch(message);
      expect(problem!.remedy).not.toBe('');
    }
  });

  test.each<[string, string | Buffer, number, RegExp]>([
    ['an asterisk without quotes', '- en: vpn\n- en: *vpn', 2, /not YAML: .*vpn/],
    ['a list that is none', '- en: vpn\n  zh: 网\n- en: { a: b }', 3, /entry 1|en/],
    ['Latin-1', Buffer.from('- en: caf\u00e9', 'latin1'), 1, /not UTF-8/],
  ])('%s in the glossary', async (_, content, line, message) => {
    await writeFile(join(dir, 'glossary.yaml'), content);
    const { articles, problems } = await loadKnowledge(dir);
    expect(articles).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line, file: join(dir, 'glossary.yaml') })]);
    expect(problems[0]!.message).toMatch(message);
  });
});
