/** The message on which somebody pressed “Create a ticket”, as Teams sends it along. Pure. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';
import { attachments, filesOf } from './files.js';

const text = z.string().optional().catch(undefined);

const payload = z.looseObject({
  id: z.string(),
  createdDateTime: text,
  from: z
    .looseObject({ user: z.looseObject({ id: text, displayName: text }).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  body: z.looseObject({ contentType: text, content: text }).nullish().catch(undefined),
  attachments,
});

/** The message; `author` is the object id of the person, absent when a program wrote it. */
export type Pointed = {
  kind: 'pointed';
  id: string;
  author?: { user: string; name: string };
  words: string;
  at: Date;
  files: File[];
};

export function readPointed(value: unknown): Pointed | undefined {
  const { data } = payload.safeParse(value);
  if (!data) return undefined;
  const { user } = data.from ?? {};
  const at = new Date(data.createdDateTime ?? NaN);
  const content = data.body?.content ?? '';
  return {
    kind: 'pointed',
    id: data.id,
    ...(user?.id ? { author: { user: user.id, name: user.displayName ?? '' } } : {}),
    words: data.body?.contentType === 'html' ? wordsIn(content) : content,
    at: Number.isNaN(at.getTime()) ? new Date(Number(data.id) || 0) : at,
    files: filesOf(data.attachments),
  };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a person reads of the HTML in which Teams keeps messages. */
export const wordsIn = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|blockquote|tr)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string | undefined) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
