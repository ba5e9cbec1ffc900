/** What agents and who looks after the knowledge are shown. Pure. */
import { prose } from '../answers/prose.js';
import { bold, moment, person, type Button, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Glance } from '../history.js';
import type { Wording } from '../language/wording.js';
import { isTold, type Finding } from './findings.js';
import { articlePrint, type ArticleDraft } from './draft.js';
import { isWaiting, phrasingPrint, type Phrasing, type Verdict } from './phrasing.js';

type Shown = { phrasing: Glance<Phrasing>; title: string };

const writes: (label: string, draft?: object) => Button = (label, draft = {}) => ({
  label,
  does: { do: 'show-form', draft: { do: 'write-article', ...draft } },
});

/** `note`: what is said first, when the card is shown again. */
export type LearnLists = {
  waiting: readonly Shown[];
  taught: readonly Shown[];
  drafts: readonly Pick<ArticleDraft, '_id' | 'title'>[];
  note?: Text | undefined;
};

export function learnCard({ waiting, taught, drafts, note }: LearnLists, viewer: Viewer, say: Wording): Card {
  const words = say.articles;
  const decide = (label: string, { phrasing, title }: Shown, verdict: Verdict): Button => ({
    label,
    does: { do: 'decide-phrasing', phrasing: phrasing._id, verdict, read: phrasingPrint(phrasing, title) },
  });
  const row = ({ phrasing, title }: Shown, buttons: Button[]): Part[] => [
    {
      kind: 'text',
      text: [
        ...words.phrasing(phrasing.words, title),
        ...(isWaiting(phrasing, title) && phrasing.state === 'taught' ? [words.changed] : []),
      ],
    },
    { kind: 'buttons', buttons },
  ];
  const section = (heading: string, parts: Part[]): Part[] =>
    parts.length > 0 ? [{ kind: 'text', text: [bold(heading)] }, ...parts] : [];
  const parts = [
    ...section(
      words.waiting,
      waiting.flatMap((each) =>
        row(each, [decide(words.accept, each, 'accept'), decide(words.reject, each, 'reject')]),
      ),
    ),
    ...section(
      words.drafts,
      drafts.length > 0
        ? [
            {
              kind: 'buttons',
              buttons: drafts.map(({ _id, title }) => ({
                label: words.draftTitle(_id, title),
                does: { do: 'show-draft', article: _id },
              })),
            },
          ]
        : [],
    ),
    ...section(
      words.taught,
      taught.flatMap((each) => row(each, [decide(words.takeBack, each, 'withdraw')])),
    ),
  ];
  return {
    for: viewer,
    title: words.title,
    parts: [
      ...(note ? [{ kind: 'text', text: note } as const] : []),
      { kind: 'note', text: words.intro },
      ...(parts.length > 0 ? parts : [{ kind: 'text', text: words.nothing } as const]),
      { kind: 'buttons', buttons: [writes(words.write)] },
    ],
  };
}

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
