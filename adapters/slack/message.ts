/** What a message of Slack says: its words, its files, and the messages of others that were forwarded with it. Pure. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';
import { files, filesOf, type SentFile } from './files.js';
import { listOf, text } from './optional.js';
import { decode, mentionedIn, withoutMention, type Mentioned, type Names } from './words.js';

/** A forwarded message is an attachment that is a share; the preview of a link that somebody typed is none. */
const attachment = z.object({
  is_share: z.boolean().optional().catch(undefined),
  author_name: text,
  author_subname: text,
  text,
  fallback: text,
  files,
});

/** The fields of a message that say something, wherever Slack brings one. */
export const content = { text: text.transform((words) => words ?? ''), files, attachments: listOf(attachment) };

export type Content = { text: string; files: SentFile[]; attachments: z.infer<typeof attachment>[] };
/** Words as Slack has them: whom they mention is not named yet, and its files need not be known. */
export type Said = { text: string; forwarded: readonly { by?: string; text: string }[]; files: readonly SentFile[] };

/** @param bot the user whose mention only says to whom it was said. */
export function saidIn({ text: own, files: sent, attachments }: Content, bot: string): Said {
  const shares = attachments.filter(({ is_share }) => is_share);
  const forwarded = shares.map(({ author_name, author_subname, text: words, fallback, files: theirs }) => {
    const by = author_name || author_subname;
    const said = words || theirs.map(({ name, title }) => name || title || '').join(', ') || fallback || '';
    return { ...(by && { by }), text: said };
  });
  return {
    text: withoutMention(own, bot),
    forwarded: forwarded.filter(({ text: said }) => said.trim() !== ''),
    files: [...sent, ...shares.flatMap(({ files: theirs }) => theirs)],
  };
}

export const mentionedBy = ({ text: own, forwarded }: Said): Mentioned[] => [
  ...new Set([own, ...forwarded.map((each) => each.text)].flatMap(mentionedIn)),
];

/** Whose words were forwarded stands before them, so that nobody takes them for a command of the person who did. */
export function read(said: Said, names: Names): { words: string; files: File[] } {
  const sent = filesOf(said.files);
  const forwarded = said.forwarded.map(({ by, text: words }) =>
    by ? `${by}: ${decode(words, names).trim()}` : `“${decode(words, names).trim()}”`,
  );
  const words = [decode(said.text, names).trim(), ...forwarded].filter((each) => each !== '').join('\n\n');
  return { words: words || sent.map(({ name }) => name).join(', '), files: sent };
}
