/** The message on which somebody pressed “Create a ticket”, as Teams sends it along. Pure. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';
import { attachments, filesOf } from './files.js';
import { readHtml, withCarried } from './words.js';

export { wordsIn } from './html.js';

const text = z.string().optional().catch(undefined);

const payload = z.looseObject({
  id: z.string(),
  createdDateTime: text,
  subject: text,
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
  const isHtml = data.body?.contentType === 'html';
  const words = isHtml ? readHtml(content, data.attachments) : withCarried(content, data.attachments);
  return {
    kind: 'pointed',
    id: data.id,
    ...(user?.id ? { author: { user: user.id, name: user.displayName ?? '' } } : {}),
    words: [data.subject?.trim(), words].filter(Boolean).join('\n'),
    at: Number.isNaN(at.getTime()) ? new Date(Number(data.id) || 0) : at,
    files: filesOf(data.attachments),
  };
}
