/**
 * `npm run bench:knowledge`: all engines side by side on the same data, in one run. The sets and their licences are named
 * in knowledge/README.md; where they are absent, only speed is measured.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import {
  createKnowledge,
  createTicketClassifier,
  loadGlossary,
  loadKnowledge,
  loadUnanswered,
  pairOf,
  trainTickets,
  type Article,
  type Knowledge,
} from '../knowledge/matcher/index.js';
import { auroc, bestRefusal, macroF1, quantile } from './knowledge-measures.js';
import { askHard } from './knowledge-hard.js';
import { askHeldOut } from './knowledge-held-out.js';
import { askOddly } from './knowledge-odd.js';
import { createBayes, peers, type Engine, type Row } from './knowledge-peers.js';
import { judgePeers, judgeSaid, timeSaid, type Said } from './knowledge-words.js';

const data = process.argv[2] ?? '../shared/data';
const glossary = await loadGlossary('knowledge/glossary.yaml');
const unanswered = await loadUnanswered('knowledge/unanswered.yaml');
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const columns = (cells: string[]): void => print(cells.map((cell, i) => cell.padEnd(i === 0 ? 16 : 14)).join(''));
const rows = <T>(name: string): T[] =>
  readFileSync(join(data, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

type LanguageRow = Row & { lang: 'en' | 'zh' };
interface Query {
  query: string;
  gold: string[] | null;
  lang: 'en' | 'zh';
}

const articleOf = (row: LanguageRow): Article => ({
  id: row.id,
  pair: pairOf(row.id),
  lang: row.lang,
  title: row.question,
  phrasings: row.alts,
  body: row.answer,
  steps: [],
  audience: 'everyone',
});

const ours: Engine = {
  name: 'Deskhand',
  build(articles) {
    const knowledge = createKnowledge(
      articles.map((row) => articleOf(row as LanguageRow)),
      glossary,
      [],
      unanswered,
    );
    const search = (question: string) =>
      knowledge.rank(question).map(({ article, confidence }) => ({ id: article.id, score: confidence }));
    search('');
    return Promise.resolve(search);
  },
};

/** Those of the engines that are installed. */
const engines: Engine[] = [ours];
for (const peer of peers) {
  await peer.build([{ id: 'a', question: 'a', answer: '', alts: [] }]).then(
    () => engines.push(peer),
    () => print(`${peer.name} is not installed and left out.`),
  );
}

async function quality(
  engine: Engine,
  set: string,
  options: { lang?: 'en' | 'zh'; shots?: number } = {},
): Promise<string> {
  const fits = ({ lang }: { lang: string }) => options.lang === undefined || options.lang === lang;
  const articles = rows<LanguageRow>(`${set}.articles`)
    .filter(fits)
    .map((row) => ({ ...row, alts: (row.alts ?? []).slice(0, options.shots) }));
  const search = await engine.build(articles);
  const answerable: number[] = [];
  const refusable: number[] = [];
  let right = 0;
  for (const { query, gold } of rows<Query>(`${set}.queries`).filter(fits)) {
    const best = (await search(query))[0];
    (gold === null ? refusable : answerable).push(best?.score ?? 0);
    if (gold !== null && best !== undefined && gold.includes(best.id)) right++;
  }
  const precision = (100 * right) / answerable.length;
  if (refusable.length === 0) return precision.toFixed(1);
  const separation = auroc(answerable, refusable).toFixed(3).replace('0.', '.');
  return `${precision.toFixed(1)} ${separation} ${(100 * bestRefusal(answerable, refusable)).toFixed(0)}`;
}

async function speed(engine: Engine, count: number, asked: number): Promise<string[]> {
  const { articles, questions } = crowd(count, asked);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const search = await engine.build(articles);
  const built = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const times: number[] = [];
  for (const question of [...questions.slice(0, asked / 4), ...questions]) {
    const asking = performance.now();
    await search(question);
    times.push(performance.now() - asking);
  }
  const measured = times.slice(-asked);
  const memory = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  return [
    `${quantile(measured, 0.5).toFixed(2)} ms`,
    `${quantile(measured, 0.99).toFixed(2)} ms`,
    `${(built / 1000).toFixed(2)} s`,
    globalThis.gc ? `${Math.round(memory / 1e6)} MB` : 'run with node --expose-gc',
  ];
}

/** Articles of made-up words, as unevenly frequent as those of a language, and questions that quote them. */
function crowd(count: number, asked: number): { articles: LanguageRow[]; questions: string[] } {
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const syllables = 'ba be bi do du fe ka ki lo lu ma me no pa ra re si so ta te va vi za zo'.split(' ');
  const word = (): string => syllables[Math.floor(random() * syllables.length)]!;
  const language = Array.from({ length: 20_000 }, (_, i) => Array.from({ length: 2 + (i % 3) }, word).join(''));
  const some = (length: number): string =>
    Array.from({ length }, () => language[Math.floor(language.length * random() ** 3)]!).join(' ');
  const articles = Array.from({ length: count }, (_, i) => ({
    id: `a${i}`,
    lang: 'en' as const,
    question: some(6),
    alts: [some(7), some(8)],
    answer: some(40),
  }));
  const questions = Array.from({ length: asked }, () => {
    const { question, alts } = articles[Math.floor(random() * count)]!;
    const quoted = `${question} ${alts[0]}`.split(' ').filter(() => random() < 0.4);
    return ['how', 'do', 'I', ...quoted, some(1)].join(' ');
  });
  return { articles, questions };
}

/** The shipped articles, and made-up ones beside them, half of them in each language. */
function padded(count: number): Knowledge {
  const { articles, glossary, unanswered } = shipped;
  const made = crowd(count - articles.length, 0).articles.map((row, i) =>
    articleOf({ ...row, lang: i % 2 ? 'zh' : 'en' }),
  );
  return createKnowledge([...articles, ...made], glossary, [], unanswered);
}

if (existsSync(join(data, 'itdesk.articles.jsonl'))) {
  print(
    'Precision of the first answer, in percent; where some must be refused: AUROC and best F1 of refusing beside it.',
  );
  columns(['', 'b77 5 shots', 'b77 all', 'clinc150 all', 'itdesk en', 'itdesk zh']);
  for (const engine of engines) {
    columns([
      engine.name,
      await quality(engine, 'banking77', { shots: 5 }),
      await quality(engine, 'banking77'),
      await quality(engine, 'clinc150'),
      await quality(engine, 'itdesk', { lang: 'en' }),
      await quality(engine, 'itdesk', { lang: 'zh' }),
    ]);
  }
  const train = rows<{ text: string; category: string }>('ittickets.train');
  const test = rows<{ text: string; category: string }>('ittickets.test');
  const gold = test.map(({ category }) => category);
  const classify = createTicketClassifier(trainTickets(train));
  const bayes = await createBayes();
  for (const { text, category } of train) bayes.addDocument(text, category);
  bayes.train();
  print('\nCategories of tickets: macro-F1 in percent.');
  columns([
    'Deskhand',
    (
      100 *
      macroF1(
        gold,
        test.map(({ text }) => classify(text)[0]!.category),
      )
    ).toFixed(1),
  ]);
  columns([
    'natural Bayes',
    (
      100 *
      macroF1(
        gold,
        test.map(({ text }) => bayes.classify(text)),
      )
    ).toFixed(1),
  ]);
} else {
  print(`No data in ${data}: quality is skipped.`);
}

print('\nShipped articles, each fifth of their phrasings asked of the rest, in percent.');
columns(['', 'asked', 'first', 'in the offer', 'at once', 'of those right']);
for (const { lang, asked, ...shares } of await askHeldOut('knowledge'))
  columns([lang, String(asked), ...Object.values(shares).map((share) => (100 * share).toFixed(0))]);

print('\nHard questions that nobody has read, in percent; test/knowledge/hard.');
columns(['', 'asked', 'first', 'right', 'wrong', 'to refuse', 'not answered', 'nothing shown', 'ECE']);
const shipped = await loadKnowledge('knowledge');
for (const lang of ['en', 'zh'] as const) {
  const { asked, toRefuse, ...shares } = askHard(shipped, 'unread', lang);
  const [first, right, wrong, ...refusing] = Object.values(shares).map((share) => (100 * share).toFixed(1));
  columns([lang, String(asked), first!, right!, wrong!, String(toRefuse), ...refusing]);
}

if (existsSync(join(data, 'words.dev.jsonl'))) {
  const said = rows<Said>('words.dev');
  print(
    '\nWhat people mean by free words, in percent; half of the messages were read while the examples were written.',
  );
  columns(['', 'asked', 'first', 'sure, wrong', 'over-trigger', 'ECE']);
  for (const lang of ['en', 'zh'] as const) {
    const own = said.filter((each) => each.lang === lang);
    const measured = Object.values(judgeSaid(shipped, own)).map((share) => (100 * share).toFixed(1));
    columns([lang, String(own.length), ...measured]);
    for (const [name, first] of await judgePeers(own, lang)) print(`   ${name}: ${(100 * first).toFixed(1)}`);
  }
  const { round, undisturbed, processor } = timeSaid(padded(1000), said);
  print(`\nA message among 1,000 articles and all acts; load average ${loadavg()[0]!.toFixed(1)}.`);
  columns(['', 'p50', 'p99']);
  for (const [name, { p50, p99 }] of [
    ['best round', round],
    ['undisturbed', undisturbed],
    ['processor', processor],
  ] as const)
    columns([name, `${p50.toFixed(2)} ms`, `${p99.toFixed(2)} ms`]);
} else print(`\nNo messages in ${data}: what people mean is skipped.`);

print('\n10,000 characters of odd input, of the shipped articles.');
columns(['', 'p50', 'max']);
for (const [kind, times] of askOddly()) columns([kind, ...times.map((time) => `${time.toFixed(2)} ms`)]);

/** Questions asked of each, few of the slow ones: the whole bench is to take minutes. */
const asked = ({ name }: Engine): number => (name === ours.name ? 1000 : name.startsWith('natural') ? 20 : 100);
print('\nSpeed with 10,000 articles.');
columns(['', 'p50', 'p99', 'build', 'memory']);
for (const engine of engines) columns([engine.name, ...(await speed(engine, 10_000, asked(engine)))]);
print('\nSpeed with 100,000 articles.');
for (const engine of engines.filter(({ name }) => name === ours.name || name === 'FlexSearch'))
  columns([engine.name, ...(await speed(engine, 100_000, asked(engine)))]);
