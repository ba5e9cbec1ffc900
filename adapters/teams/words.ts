/**
 * What a message says, wherever Teams puts it: in its text, with marks for mentions and quotations; in the HTML beside
 * it, which alone has links, tables and pictures; in what it carries, such as a forwarded message. Pure.
 */
import { z } from 'zod';
import type { Attachments } from './files.js';
import { wordsIn } from './html.js';

type Entity = {
  type?: string | undefined;
  text?: string | undefined;
  mentioned?: { id?: string | undefined; name?: string | undefined } | undefined;
  quotedReply?: { messageId?: string | undefined } | undefined;
};

export type Message = {
  text?: string | undefined;
  textFormat?: string | undefined;
  entities?: readonly Entity[] | undefined;
  recipient?: { id?: string | undefined; name?: string | undefined } | undefined;
  attachments?: Attachments;
};

const forwarded = z.object({ originalMessageContent: z.string() });
const announcement = z.object({ title: z.string() });
const snippet = z.object({ lines: z.string() });
const reference = z.object({ messageId: z.string() });

const htmlOf = ({ attachments = [] }: Message): string =>
  attachments
    .flatMap(({ contentType, content }) =>
      contentType === 'text/html' && typeof content === 'string' ? [content] : [],
    )
    .join('\n');

/** What an attachment of this type holds; Teams writes JSON into a string. */
function held<T>(sent: Attachments, type: string, shape: z.ZodType<T>): { id: string; content: T }[] {
  return (sent ?? []).flatMap(({ contentType, content, id = '' }) => {
    if (contentType !== type) return [];
    const { data } = shape.safeParse(typeof content === 'string' ? parse(content) : content);
    return data ? [{ id, content: data }] : [];
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The words of a message that is HTML, and of what it carries, each where it stands. */
export function readHtml(html: string, sent: Attachments, ours: ReadonlySet<string> = new Set()): string {
  const pictured = sent?.some(({ contentType }) => contentType?.startsWith('image/')) === true;
  const others = carriedIn(sent);
  const attached = (id: string) => {
    const found = others.find((each) => each.id === id);
    return found && `\n${found.words}\n`;
  };
  return withCarried(wordsIn(html, { ours, pictured, attached }), sent);
}

/** The words of messages that were forwarded with it, of the heading of an announcement, and of pieces of code. */
const carriedIn = (sent: Attachments) => [
  ...held(sent, 'application/vnd.microsoft.card.announcement', announcement).map(({ id, content }) => ({
    id,
    words: content.title,
  })),
  ...held(sent, 'forwardedMessageReference', forwarded).map(({ id, content }) => ({
    id,
    words: wordsIn(content.originalMessageContent),
  })),
  ...held(sent, 'application/vnd.microsoft.card.codesnippet', snippet).map(({ id, content }) => ({
    id,
    words: content.lines,
  })),
];

/** The words, and beneath them those that the message carries and that they have not in them. */
export const withCarried = (words: string, sent: Attachments): string =>
  carriedIn(sent)
    .reduce((all, each) => (all.includes(each.words) ? all : `${all}\n${each.words}`), words)
    .trim();

/** What plain text cannot show; elsewhere the text says the same, just as it was typed. */
const rich = /<(?:a|img|table|emoji|customemoji|ul|ol|pre|codeblock|blockquote)\b/i;

/** Whether an entity mentions the desk itself. */
export const isOurs =
  ({ recipient }: Message) =>
  ({ type, mentioned }: Entity): boolean =>
    type === 'mention' && mentioned?.id !== undefined && mentioned.id === recipient?.id;

/** The words without the mention of the desk and without quotations; other people's mentions stay as their names. */
export function wordsOf(message: Message): string {
  const { attachments, entities = [], recipient, text = '', textFormat } = message;
  const ourEntities = entities.filter(isOurs(message));
  const names = ourEntities.flatMap(({ text: written, mentioned }) => [nameIn(written), mentioned?.name]);
  const ours = new Set([...names, recipient?.name].flatMap((name) => (name ? [name] : [])));
  const html = textFormat === 'xml' ? text : htmlOf(message);
  if (rich.test(html) || text.trim() === '' || textFormat === 'xml') {
    const words = readHtml(html, attachments, ours);
    if (words) return words;
  }
  const withoutUs = ourEntities.reduce((words, each) => (each.text ? words.replaceAll(each.text, ' ') : words), text);
  const words = entities
    .filter(({ type }) => type === 'mention')
    .reduce(
      (words, each) => (each.text && each.mentioned?.name ? words.replaceAll(each.text, each.mentioned.name) : words),
      withoutUs,
    )
    .replace(/<at\b[^<>]*>([^<>]*)<\/at>/gi, (_, name: string) => (ours.has(name) ? ' ' : name))
    .replace(/<quoted\b[^<>]*>(?:<\/quoted>)?/gi, ' ')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .trim();
  return withCarried(words, attachments);
}

const nameIn = (mark: string | undefined): string | undefined => mark?.replace(/^<at\b[^<>]*>|<\/at>$/gi, '').trim();

/** The message that is answered by quoting it. */
export function quotedBy(message: Message): string | undefined {
  const [entity] = (message.entities ?? []).filter(({ type }) => type === 'quotedReply');
  const marks = [
    ...(message.text ?? '').matchAll(/<quoted\b([^<>]*)>/gi),
    ...[...htmlOf(message).matchAll(/<blockquote\b([^<>]*)>/gi)].filter(([mark]) => mark.includes('skype.com/Reply')),
  ];
  const [mark] = marks.flatMap(([, attributes = '']) => /(?:messageId|itemid)="([^"]+)"/i.exec(attributes)?.[1] ?? []);
  const [referred] = held(message.attachments, 'messageReference', reference);
  return entity?.quotedReply?.messageId ?? mark ?? referred?.content.messageId;
}
