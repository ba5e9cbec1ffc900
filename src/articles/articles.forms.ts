/** The form in which an article is written; what the draft knows already is filled in. Pure. */
import type { Form, Viewer } from '../card.js';
import { choice, form, line, paragraph } from '../fields.js';
import { LONGEST_TEXT, LONGEST_TITLE, type PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Written } from './draft.js';

/** @param read the print of the article that is edited, as the form shows it. */
export function articleForm(
  known: Partial<Written>,
  draft: Extract<PartialCommand, { do: 'write-article' }>,
  viewer: Viewer,
  say: Wording,
  read?: string,
): Form {
  const words = say.articles.form;
  const phrasings = known.phrasings?.join('\n').slice(0, LONGEST_TEXT);
  return form(viewer, say, {
    title: draft.article ? words.editTitle : words.title,
    fields: [
      line('title', words.name, known.title?.slice(0, LONGEST_TITLE)),
      choice('lang', words.lang, words.langs, known.lang ?? viewer.lang),
      paragraph('phrasings', words.phrasings, phrasings, { optional: true }),
      paragraph('body', words.body, known.body?.slice(0, LONGEST_TEXT), { hint: words.bodyHint }),
      choice('audience', words.audience, words.audiences, known.audience ?? 'everyone'),
    ],
    submit: words.submit,
    draft: read ? { ...draft, read } : draft,
  });
}
