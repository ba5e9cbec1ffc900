/** `npm run ask -- "vpn keeps dropping"`: ranked answers with confidence and timing. */
import { loadKnowledge } from './index.js';

const [question, dir = 'knowledge'] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (question === undefined) {
  process.stderr.write('Usage: npm run ask -- "your question" [folder of the knowledge]\n');
  process.exitCode = 2;
} else {
  const knowledge = await loadKnowledge(dir);
  for (const { file, line, message, remedy } of knowledge.problems) print(`${file}:${line ?? 1} ${message} ${remedy}`);
  knowledge.rank(question);
  const start = process.hrtime.bigint();
  const { band } = knowledge.answer(question);
  const ranked = knowledge.rank(question, { limit: 5 });
  const took = Number(process.hrtime.bigint() - start) / 2e6;
  print(`${band}, of ${knowledge.articles.length} articles, in ${took.toFixed(2)} ms`);
  for (const { article, confidence, why } of ranked) {
    const terms = why.slice(0, 5).map(({ term, score }) => `${term} ${score.toFixed(1)}`);
    print(`${(100 * confidence).toFixed(0).padStart(4)} %  ${article.id}  ${article.title}  (${terms.join(', ')})`);
  }
}
