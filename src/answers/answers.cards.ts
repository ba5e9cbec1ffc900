import type { Article, Ranked } from '../../knowledge/matcher/index.js';
import { bold, code, type Button, type Card, type Lang, type Part, type Text, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Question } from './answers.store.js';
import { prose } from '../prose.js';

const openTicket = (question: string, say: Wording, tone?: 'primary'): Button => ({
  label: say.answers.openTicket,
  does: { do: 'show-form', draft: { do: 'open-ticket', question } },
  ...(tone ? { tone } : {}),
});

const shows = (question: string, { id, title }: Article): Button => ({
  label: title,
  does: { do: 'show-article', question, article: id },
});

/**
 * @param others what may be meant instead.
 * @param more what else the desk can do about it.
 * @param forAgent for who keeps the articles: whether its review is due, and why it is this answer.
 */
export function articleCard(
  question: string,
  {
    article,
    others,
    more,
    forAgent,
  }: {
    article: Article;
    others: readonly Article[];
    more: readonly Button[];
    forAgent?: { due: boolean } | undefined;
  },
  viewer: Viewer,
  say: Wording,
): Card {
  const foreign: Part[] = article.lang === viewer.lang ? [] : [{ kind: 'note', text: say.answers.otherLanguage }];
  return {
    for: viewer,
    title: article.title,
    parts: [
      { kind: 'note', text: say.answers.soundsLike },
      ...prose(article.body),
      ...foreign,
      ...(forAgent?.due ? [{ kind: 'note', text: say.articles.reviewDue(article.reviewed ?? '') } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          { label: say.answers.helped, does: { do: 'helped', question }, tone: 'primary' },
          {
            label: say.answers.stillBroken,
            does: { do: 'show-form', draft: { do: 'open-ticket', question, tried: article.id } },
          },
          openTicket(question, say),
          ...more,
          ...(forAgent ? [{ label: say.answers.why, does: { do: 'why-answer', question } } as const] : []),
        ],
      },
      ...(others.length > 0
        ? ([
            { kind: 'note', text: say.answers.orThis },
            { kind: 'buttons', buttons: others.map((other) => shows(question, other)) },
          ] as const)
        : []),
    ],
  };
}

/** Ends a ticket of the reader's own, because an article helped. */
const ends = (ticket: string, article: string | undefined, say: Wording): Button => ({
  label: say.answers.closeTicket(ticket),
  does: { do: 'resolve', ticket, summary: say.answers.helpedBy(article) },
  tone: 'primary',
});

/** The answer helped, and the ticket that was opened from its question is open still. */
export const stillOpenCard = (ticket: string, article: string | undefined, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.answers.gladTitle,
  passing: true,
  parts: [
    { kind: 'text', text: say.answers.stillOpen(ticket) },
    { kind: 'buttons', buttons: [ends(ticket, article, say)] },
  ],
});

/** What its author may try meanwhile. @param opened says that the ticket is open. */
export const besideTicketCard = (
  ticket: string,
  article: Article,
  opened: Text,
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title: article.title,
  passing: true,
  parts: [
    { kind: 'text', text: opened },
    { kind: 'note', text: say.answers.meanwhile },
    ...prose(article.body),
    ...(article.lang === viewer.lang ? [] : [{ kind: 'note', text: say.answers.otherLanguage } as const]),
    { kind: 'buttons', buttons: [ends(ticket, article.title, say)] },
  ],
});

/** The most words that say why. */
const TELLING = 6;

/**
 * What a question was understood as, and the articles that came nearest to it, with the words that led there.
 * @param leading the words that led to what it was understood as.
 */
export const whyCard = (
  { words, meant }: Pick<Question, 'words' | 'meant'>,
  leading: readonly { term: string; weight: number }[],
  ranked: readonly Ranked[],
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title: say.answers.whyTitle,
  parts: [
    { kind: 'quote', text: words },
    ...(meant
      ? ([
          {
            kind: 'text',
            text: [
              ...say.meaning.why(meant.intent, meant.confidence),
              ...leading.flatMap(({ term, weight }): Text => [' · ', code(term), ` ${weight.toFixed(2)}`]),
            ],
          },
          { kind: 'note', text: [say.meaning.whyState(meant.tickets, meant.requests, meant.approvals)] },
        ] as const)
      : []),
    ...(ranked.length > 0
      ? ([
          {
            kind: 'list',
            ordered: true,
            items: ranked.map(({ article, confidence, score, why }) => [
              bold(article.title),
              ` — ${say.answers.confidence(confidence, score)}`,
              ...why.slice(0, TELLING).flatMap((each) => [' · ', code(each.term), ` ${each.score.toFixed(1)}`]),
            ]),
          },
        ] as const)
      : ([{ kind: 'text', text: say.answers.whyNothing }] as const)),
    { kind: 'note', text: say.answers.whyNote },
  ],
});

export const choicesCard = (
  question: string,
  articles: readonly Article[],
  more: readonly Button[],
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title: say.answers.choose,
  parts: [
    { kind: 'text', text: say.answers.chooseIntro },
    { kind: 'list', ordered: false, items: articles.map((article) => [bold(article.title)]) },
    {
      kind: 'buttons',
      buttons: [...more, ...articles.map((article) => shows(question, article)), openTicket(question, say)],
    },
  ],
});

/** No article ends an outage: what the desk can do is open it. */
export const outageCard = (question: string, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.answers.outageTitle,
  parts: [
    { kind: 'text', text: say.answers.outage },
    {
      kind: 'buttons',
      buttons: [{ ...openTicket(question, say, 'primary'), label: say.answers.reportOutage }],
    },
  ],
});

export const noAnswerCard = (question: string, more: readonly Button[], viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.answers.noneTitle,
  parts: [
    { kind: 'text', text: say.answers.none },
    { kind: 'buttons', buttons: [...more, openTicket(question, say, more.length > 0 ? undefined : 'primary')] },
  ],
});

/** What is not IT is for others, or for a person who knows whom. */
export const outsideCard = (
  question: string,
  otherDesks: readonly { name: Record<Lang, string>; contact: string }[],
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title: say.answers.outsideTitle,
  parts: [
    { kind: 'text', text: say.answers.outside },
    ...(otherDesks.length > 0
      ? [
          {
            kind: 'list',
            ordered: false,
            items: otherDesks.map(({ name, contact }): Text => [bold(name[viewer.lang]), `: ${contact}`]),
          } as const,
        ]
      : []),
    { kind: 'buttons', buttons: [{ ...openTicket(question, say), label: say.meaning.speak }] },
  ],
});

/** One question back about a thing that was named alone. */
export const wordCard = (question: string, word: string, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.answers.wordTitle(word),
  parts: [
    { kind: 'text', text: say.answers.word },
    {
      kind: 'buttons',
      buttons: [
        ...say.answers.aboutWord(word).map(({ label, words }): Button => ({ label, does: { do: 'ask', words } })),
        { label: say.general.requestAccess, does: { do: 'show-form', draft: { do: 'request-access' } } },
        openTicket(question, say),
      ],
    },
  ],
});

export const emptyCard = (viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.answers.emptyTitle,
  parts: [{ kind: 'text', text: [...say.answers.empty, code(say.answers.example)] }],
});
