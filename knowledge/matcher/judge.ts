/** `npm run judge -- --articles A.jsonl --queries Q.jsonl [--shots k]`: what the desk would answer; see README.md. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerOf, othersThan, createKnowledge, pairOf, type Article } from './index.js';
import { loadGlossary, noGlossary } from './glossary.js';
import { loadUnanswered, noneUnanswered } from './unanswered.js';
import { printJsonl, readJsonl, runCommand } from './jsonl.js';

const USAGE =
  'Usage: npm run --silent judge -- --articles A.jsonl --queries Q.jsonl [--shots k] [--glossary file|none] [--unanswered file|none]';

const Lang = z.enum(['en', 'zh']);
const ArticleRow = z.object({
  id: z.string(),
  lang: Lang,
  question: z.string(),
  answer: z.string().default(''),
  alts: z.array(z.string()).default([]),
});
const QueryRow = z.object({ query: z.string(), lang: Lang.optional() });

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string' },
      queries: { type: 'string' },
      shots: { type: 'string' },
      glossary: { type: 'string', default: 'knowledge/glossary.yaml' },
      unanswered: { type: 'string', default: 'knowledge/unanswered.yaml' },
    },
  });
  if (values.articles === undefined || values.queries === undefined) throw new Error(USAGE);
  const shots = values.shots === undefined ? Infinity : Number(values.shots);
  if (!(shots >= 0)) throw new Error(`--shots must be a number from 0 on. ${USAGE}`);

  const articles = (await readJsonl(values.articles, ArticleRow)).map(
    ({ id, lang, question, answer, alts }): Article => ({
      id,
      pair: pairOf(id),
      lang,
      title: question,
      phrasings: alts.slice(0, shots),
      body: answer,
      steps: [],
      audience: 'everyone',
    }),
  );
  const glossary = values.glossary === 'none' ? noGlossary : await loadGlossary(values.glossary);
  const unanswered = values.unanswered === 'none' ? noneUnanswered : await loadUnanswered(values.unanswered);
  const knowledge = createKnowledge(articles, glossary, [], unanswered);
  const queries = await readJsonl(values.queries, QueryRow);
  await printJsonl(
    queries.map(({ query, lang }) => {
      const ranked = knowledge.rank(query, lang && { lang });
      const { band, ranked: best } = answerOf(ranked);
      const offered = best.map(({ article, confidence }) => ({ article: article.id, confidence }));
      const answer = band === 'sure' ? offered[0]!.article : null;
      const choices = answer === null ? offered : othersThan(answer, offered);
      return {
        query,
        ranked: ranked.map(({ article, confidence }) => ({
          id: article.id,
          confidence: Number(confidence.toFixed(4)),
        })),
        answer,
        ...(choices.length > 0 && { offer: choices.map(({ article }) => article) }),
      };
    }),
  );
});
