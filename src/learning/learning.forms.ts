/** The form in which an article is written; what the draft knows already is filled in. Pure. */
import type { Form, Viewer } from '../card.js';
import { LONGEST_TEXT, type PartialCommand as Blanks } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Written } from './draft.js';

/** What a line of a command holds. */
const LONGEST_TITLE = 150;

/** @param read the print of the article that is edited, as the form shows it. */
export function articleForm(
  known: Partial<Written>,
  draft: Extract<Blanks, { do: 'write-article' }>,
  viewer: Viewer,
  say: Wording,
  read?: string,
): Form {
  const words = say.articles.form;
  const labels = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));
  const cut = (text: string | undefined, most: number) => (text ? { value: text.slice(0, most) } : {});
  return {
    for: viewer,
    title: draft.article ? words.editTitle : words.title,
    fields: [
      { kind: 'line', name: 'title', label: words.name, maxLength: LONGEST_TITLE, ...cut(known.title, LONGEST_TITLE) },
      {
        kind: 'choice',
        name: 'lang',
        label: words.lang,
        choices: labels(words.langs),
        value: known.lang ?? viewer.lang,
      },
      {
        kind: 'paragraph',
        name: 'phrasings',
        label: words.phrasings,
        maxLength: LONGEST_TEXT,
        optional: true,
        ...cut(known.phrasings?.join('\n'), LONGEST_TEXT),
      },
      {
        kind: 'paragraph',
        name: 'body',
        label: words.body,
        hint: words.bodyHint,
        maxLength: LONGEST_TEXT,
        ...cut(known.body, LONGEST_TEXT),
      },
      {
        kind: 'choice',
        name: 'audience',
        label: words.audience,
        choices: labels(words.audiences),
        value: known.audience ?? 'everyone',
      },
    ],
    submit: words.submit,
    cancel: say.tickets.form.cancel,
    draft: read ? { ...draft, read } : draft,
  };
}
