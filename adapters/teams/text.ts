/**
 * Text for Adaptive Cards. A TextBlock reads Markdown and a RichTextBlock does not, so all text is drawn as the latter;
 * nothing a person typed can become markup. Only a mention needs a TextBlock, and gets one where nothing in it could be
 * read as Markdown.
 */
import { timeInWords, type Span, type Text, type Viewer } from '../../src/card.js';
import { LONGEST_TEXT } from '../../src/language/command.js';
import type { Element, Mention, TextRun } from './elements.js';

/** The Teams id by which a person is mentioned, if their account is known. */
export type MentionOf = (person: string) => string | undefined;
export type Style = Omit<TextRun, 'type' | 'text' | 'selectAction'>;

/** What Markdown, the mention syntax and the client's date macros are made of. */
const couldBeMarkup = /[*_`[\]<>\\~|{}&\p{Cc}\u2028\u2029]|^\s*(?:[-+#=]|\d+[.)])/u;

/** Adaptive Cards fill in `{{DATE(…)}}` and `{{TIME(…)}}` everywhere; an invisible space keeps typed ones literal. */
export const literal = (text: string): string => text.replace(/\{\{(?=DATE|TIME)/gi, '{\u200b{');

/**
 * For titles, labels, choices and plain messages, of which clients differ in what they read as markup: no typed link
 * stands as one, nor any tag. (The text of a RichTextBlock is read by none, and stays as it was typed.)
 */
export const inert = (text: string): string =>
  literal(text)
    .replace(/\](?=[([:])/g, ']\u200b')
    .replace(/<(?=[a-z/!])/gi, '<\u200b');

/** At most this many characters of a line are shown. */
export const clip = (text: string, most: number = LONGEST_TEXT): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

function run(span: Span, viewer: Viewer, style: Style): TextRun {
  const plain = (text: string, more: Partial<TextRun> = {}): TextRun => ({
    type: 'TextRun',
    text: literal(clip(text)),
    ...style,
    ...more,
  });
  if (typeof span === 'string') return plain(span);
  switch (span.kind) {
    case 'bold':
      return plain(span.text, { weight: 'bolder' });
    case 'code':
      return plain(span.text, { fontType: 'monospace' });
    case 'link':
      return /^(https?:\/\/|mailto:)/i.test(span.url)
        ? plain(span.text, { color: 'accent', selectAction: { type: 'Action.OpenUrl', url: span.url } })
        : plain(`${span.text} (${span.url})`);
    case 'person':
      return plain(span.name, { weight: 'bolder' });
    case 'time':
      return plain(timeInWords(span, viewer));
  }
}

/** A TextRun shows no line breaks, so every line is a block of its own. */
function inLines(text: Text): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of text) {
    if (typeof span !== 'string') {
      lines.at(-1)?.push(span);
      continue;
    }
    const [first = '', ...rest] = span.split(/\r\n|[\n\r\u2028\u2029]/);
    if (first) lines.at(-1)?.push(first);
    for (const line of rest) lines.push(line ? [line] : []);
  }
  return lines;
}

/** The text drawn line by line; `mentions` collects whom it mentions. */
export function blocks(text: Text, viewer: Viewer, mentionOf: MentionOf, mentions: Mention[], style: Style = {}) {
  return inLines(text).map((line, index): Element => {
    const spacing = index > 0 ? { spacing: 'none' as const } : {};
    const mentioned = withMentions(line, viewer, mentionOf);
    if (mentioned && add(mentions, mentioned.mentions)) {
      const { isSubtle, size } = style;
      return {
        type: 'TextBlock',
        text: mentioned.text,
        wrap: true,
        ...(isSubtle ? { isSubtle } : {}),
        ...(size === 'small' ? { size } : {}),
        ...spacing,
      };
    }
    const spans = line.length > 0 ? line : ['\u00a0'];
    return { type: 'RichTextBlock', inlines: spans.map((span) => run(span, viewer, style)), ...spacing };
  });
}

/** Enough for everyone concerned with a ticket; the room for them in a card is reserved. */
export const MOST_MENTIONS = 5;

/** Adds mentions if there is room, and if no two people of one name would be mistaken for each other. */
function add(mentions: Mention[], more: readonly Mention[]): boolean {
  const all = new Map(mentions.map((each) => [each.text, each]));
  for (const each of more) {
    if ((all.get(each.text) ?? each).mentioned.id !== each.mentioned.id) return false;
    all.set(each.text, each);
  }
  if (all.size > MOST_MENTIONS) return false;
  mentions.splice(0, mentions.length, ...all.values());
  return true;
}

function withMentions(line: readonly Span[], viewer: Viewer, mentionOf: MentionOf) {
  const mentions: Mention[] = [];
  let bare = '';
  let text = '';
  for (const span of line) {
    if (typeof span !== 'string' && (span.kind === 'link' || span.kind === 'code')) return undefined;
    const words = run(span, viewer, {}).text;
    const id = typeof span !== 'string' && span.kind === 'person' && words ? mentionOf(span.id) : undefined;
    const name = `<at>${words}</at>`;
    if (id) mentions.push({ type: 'mention', text: name, mentioned: { id, name: words } });
    bare += words;
    text += id ? name : words;
  }
  return mentions.length > 0 && !couldBeMarkup.test(bare) ? { text, mentions } : undefined;
}
