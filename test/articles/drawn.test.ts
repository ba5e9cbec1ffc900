/** What agents read about questions and articles, at its fullest: both platforms take it. */
import { logCard, BANDS } from '../../src/answers/log.cards.js';
import type { Lang, Viewer } from '../../src/card.js';
import type { ArticleDraft } from '../../src/articles/draft.js';
import { draftCard, findingCard } from '../../src/articles/articles.cards.js';
import { learnCard } from '../../src/phrasings/phrasings.cards.js';
import type { Phrasing } from '../../src/phrasings/phrasing.js';
import { wording } from '../../src/language/wording.js';
import { drawn, drawnWhole } from '../kit/drawn.js';

const at = new Date('2026-11-23T08:00:00Z');
const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const saved = { version: 1, origin: 'x', history: [], unreachable: [] };

describe.each<Lang>(['en', 'zh'])('in %s', (lang) => {
  const viewer: Viewer = { lang, zone: 'Europe/Berlin' };
  const say = wording[lang];
  const long = (length: number) => (lang === 'en' ? 'long words ' : '很长的说明').repeat(length).slice(0, length);
  const title = long(80);

  test.each([undefined, ...BANDS])('a page of the log of questions (%s)', (only) => {
    const offered = times(3, () => ({ title, confidence: 0.4, wasRead: true }));
    const rows = times(8, (index) => ({
      _id: `Q-${index}`,
      at,
      words: long(100),
      band: 'choices' as const,
      offered,
      ticket: 'INC-123',
      helped: at,
    }));
    const week = { sure: 1, choices: 2, none: 3, helped: 4 };
    const card = logCard({ rows, week, earlier: at.toISOString(), ...(only ? { only } : {}) }, viewer, say);
    const { slack, teams } = drawnWhole(card);
    for (const platform of [slack, teams]) expect(platform).toContain('Q-7');
  });

  test('all that may be learned', () => {
    const phrasing = (state: Phrasing['state']) => (index: number) => ({
      title,
      phrasing: { ...saved, _id: `PHR-${index}`, article: 'a', title, words: long(100), people: ['a'], state, at },
    });
    const drafts = times(5, (index): ArticleDraft => draft(index, 100));
    drawnWhole(
      learnCard({ waiting: times(5, phrasing('waiting')), taught: times(5, phrasing('taught')), drafts }, viewer, say),
    );
  });

  const draft = (index: number, length: number): ArticleDraft => ({
    ...saved,
    _id: `ART-${index}`,
    title,
    lang,
    phrasings: times(20, () => long(100)),
    body: long(length),
    audience: 'everyone',
    author: { id: 'agent', name: 'Alex Weber' },
    state: 'draft',
  });

  test('a draft of an article', () => {
    drawnWhole(draftCard(draft(1, 3000), viewer, say));
  });

  test('what a week lacked, and what is due for review', () => {
    const told = { ...saved, _id: 'GAP-1', to: 'lead', from: at, until: at };
    const gaps = times(8, () => ({ count: 12, examples: times(4, () => long(100)) }));
    drawnWhole(findingCard({ ...told, kind: 'gaps', unanswered: 100, gaps, waiting: 3 }, viewer, say));
    const articles = times(200, (index) => ({ id: `a${index}`, title, reviewed: '2026-01-01' }));
    drawn(findingCard({ ...told, kind: 'review', articles }, viewer, say));
  });
});
