/** The interface for measuring the knowledge on data of one's own: lines in, lines out. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openHome, type Home } from './program.js';

const run = promisify(execFile);
let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.close());

async function judge(articles: readonly object[], queries: readonly (object | string)[]) {
  const [a, q] = [join(home.dir, 'articles.jsonl'), join(home.dir, 'queries.jsonl')];
  const lines = (rows: readonly (object | string)[]) =>
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  await Promise.all([writeFile(a, lines(articles)), writeFile(q, lines(queries))]);
  const { stdout } = await run(process.execPath, [join(home.dir, 'dist/judge.js'), '--articles', a, '--queries', q]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { query: string; ranked: unknown[]; answer: string | null; offer?: string[] });
}

const articles = [
  { id: 'vpn.en', lang: 'en', question: 'VPN keeps disconnecting', answer: 'Use a cable.' },
  { id: 'vpn.zh', lang: 'zh', question: 'VPN 老是断开', answer: '请用网线。' },
  { id: 'jam.en', lang: 'en', question: 'Printer is jammed', answer: 'Open the rear door.' },
  { id: 'printer.en', lang: 'en', question: 'Add a network printer', answer: 'Choose it from the list.' },
];

describe('npm run judge', () => {
  it('prints a line for each question, in order: the ranking, the answer and the offer', async () => {
    const lines = await judge(articles, [
      { query: 'my vpn keeps dropping', gold: ['vpn.en'] },
      { query: 'vpn 总是掉线' },
      { query: 'the printer' },
      { query: 'who won the match yesterday' },
    ]);
    expect(lines.map(({ query, answer }) => [query, answer])).toEqual([
      ['my vpn keeps dropping', 'vpn.en'],
      ['vpn 总是掉线', 'vpn.zh'],
      ['the printer', null],
      ['who won the match yesterday', null],
    ]);
    expect(lines[0]!.ranked[0]).toEqual({ id: 'vpn.en', confidence: expect.any(Number) as number });
    expect(lines[2]!.offer).toEqual(['jam.en', 'printer.en']);
    expect(lines[3]!.offer).toBeUndefined();
  });

  it('names the file and the line of a question that it cannot read', async () => {
    await expect(judge(articles, [{ query: 'my vpn keeps dropping' }, '{"query":'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/queries\.jsonl:2/) as string,
    });
  });
});
