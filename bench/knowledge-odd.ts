/** What nobody means to ask, of the articles that ship with the desk. */
import { loadKnowledge, type Language } from '../knowledge/matcher/index.js';
import { quantile } from './knowledge-measures.js';

const LONG = 10_000;
const knowledge = await loadKnowledge('knowledge');
const everything = (wanted: Language): string =>
  knowledge.articles.map(({ lang, body }) => (lang === wanted ? body : '')).join(' ');

/** Each is repeated until it is long. */
const odd: Record<string, string> = {
  emoji: '😀',
  'stop words': 'of the and a ',
  English: everything('en'),
  Chinese: everything('zh'),
  'third language': 'Когда откроется столовая? ',
  'no language': Array.from({ length: 1000 }, (_, i) => (i * 7_654_321).toString(36)).join(' '),
  'unread Han': Array.from({ length: 8000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(''),
  'one word': 'a',
  markup: '<b>vpn</b> ',
  'open brackets': '<',
  mentions: '<@U123ABC> ',
};

/** Median and longest time of an answer in milliseconds, by kind of input. */
export const askOddly = (): [string, number[]][] =>
  Object.entries(odd).map(([kind, text]) => {
    const question = text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);
    const times = Array.from({ length: 60 }, () => {
      const start = performance.now();
      knowledge.answer(question);
      return performance.now() - start;
    }).slice(10);
    return [kind, [quantile(times, 0.5), Math.max(...times)]];
  });
