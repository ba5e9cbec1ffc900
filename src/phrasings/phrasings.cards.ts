/** What the desk may learn, as agents see it. Pure. */
import type { ArticleDraft } from '../articles/draft.js';
import { bold, type Button, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Glance } from '../history.js';
import type { Wording } from '../language/wording.js';
import { isWaiting, phrasingPrint, type Phrasing, type Verdict } from './phrasing.js';

type Shown = { phrasing: Glance<Phrasing>; title: string };

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
      { kind: 'buttons', buttons: [{ label: words.write, does: { do: 'show-form', draft: { do: 'write-article' } } }] },
    ],
  };
}
