/** Articles and reports as agents and the owner of the knowledge see them. Pure. */
import { prose } from '../prose.js';
import { moment, person, type Button, type Card, type Text, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import { isTold, type Finding } from './findings.js';
import { articlePrint, type ArticleDraft } from './draft.js';

const writes: (label: string, draft?: object) => Button = (label, draft = {}) => ({
  label,
  does: { do: 'show-form', draft: { do: 'write-article', ...draft } },
});

const tones = { draft: 'info', published: 'good', withdrawn: 'neutral' } as const;

/** @param note what is said first, when the card is shown instead of what was asked. */
export function draftCard(draft: ArticleDraft, viewer: Viewer, say: Wording, note?: Text): Card {
  const words = say.articles;
  const { _id: article, title, lang, phrasings, body, audience, author, state, from, published, withdrawn } = draft;
  const end = published ? words.takeDown : words.discard;
  return {
    for: viewer,
    title: words.draftTitle(article, title),
    status: { text: words.state[state], tone: tones[state] },
    parts: [
      ...(note ? [{ kind: 'text', text: note } as const] : []),
      {
        kind: 'facts',
        facts: [
          { label: words.fact.author, value: [person(author)] },
          { label: words.fact.lang, value: [words.form.langs[lang]] },
          { label: words.fact.audience, value: [words.form.audiences[audience]] },
          ...(from ? [{ label: words.fact.from, value: [from] }] : []),
          ...(published
            ? [{ label: words.fact.published, value: [person(published.by), ', ', moment(published.at)] }]
            : []),
          ...(withdrawn
            ? [{ label: words.fact.withdrawn, value: [person(withdrawn.by), ', ', moment(withdrawn.at)] }]
            : []),
        ],
      },
      ...prose(body),
      ...(phrasings.length > 0
        ? ([
            { kind: 'note', text: [words.askedAs] },
            { kind: 'list', ordered: false, items: phrasings.map((each) => [each]) },
          ] as const)
        : []),
      ...(state === 'withdrawn'
        ? []
        : ([
            {
              kind: 'buttons',
              buttons: [
                ...(state === 'draft'
                  ? [
                      {
                        label: words.publish,
                        does: { do: 'publish-article', article, read: articlePrint(draft) },
                        tone: 'primary',
                      } as const,
                    ]
                  : []),
                writes(words.edit, { article }),
                { label: end, does: { do: 'withdraw-article', article } },
              ],
            },
          ] as const)),
    ],
  };
}

export function findingCard(finding: Finding, viewer: Viewer, say: Wording): Card {
  const words = say.articles;
  if (finding.kind === 'review')
    return {
      for: viewer,
      title: words.reviewTitle,
      parts: [
        { kind: 'text', text: words.reviewIntro },
        {
          kind: 'list',
          ordered: false,
          items: finding.articles.map(({ title, reviewed }) => words.reviewed(title, reviewed)),
        },
      ],
    };
  const { _id: report, gaps, unanswered, waiting, from, until } = finding;
  return {
    for: viewer,
    title: words.gapsTitle,
    parts: [
      { kind: 'text', text: words.gapsIntro(unanswered, from, until) },
      { kind: 'list', ordered: true, items: gaps.map(({ count, examples }) => words.gap(count, examples)) },
      {
        kind: 'buttons',
        buttons: gaps.map((_, group) => writes(words.writeFor(group + 1), { report, group })),
      },
      ...(waiting > 0 ? [{ kind: 'note', text: words.alsoWaiting(waiting) } as const] : []),
    ],
  };
}

export const standingOf = (finding: Finding) =>
  isTold(finding) ? [{ name: 'finding', to: `person:${finding.to}` as const }] : [];

export const publishedNotice = (
  draft: ArticleDraft,
  by: { id: string; name: string },
  viewer: Viewer,
  say: Wording,
): Card => ({
  for: viewer,
  title: say.articles.publishedTitle(draft.title),
  parts: [{ kind: 'text', text: say.articles.publishedNotice(draft._id, by) }],
});
