/** Files that came with a message, as links that a person of the workspace can open. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';
import { listOf, number, text } from './optional.js';

const file = z.object({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  size: number,
  permalink: text,
  url_private: text,
  /** `check_file_info`: of a file in a channel that several companies share, Slack sends only the id. */
  file_access: text,
});
export type SentFile = z.infer<typeof file>;

/** A file that Slack has taken away, or does not show to the app, is only a name. */
export const files = listOf(file);

/** The id of a file of which Slack has yet to be asked what it is. */
export const unread = ({ id, file_access }: SentFile): string | undefined =>
  (file_access === 'check_file_info' && id) || undefined;

/** What Slack tells of a file when it is asked. */
export const readFile = (told: unknown): SentFile | undefined => file.safeParse(told).data;

/** Slack's own addresses only: a file of another service keeps its name without a link. */
function isSlacks(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && /(^|\.)(slack\.com|slack-files\.com|slack-gov\.com)$/.test(hostname);
}

export const filesOf = (sent: readonly SentFile[]): File[] =>
  sent.map(({ name, title, mimetype, size, permalink, url_private }) => {
    const url = [permalink, url_private].find((each) => each && URL.canParse(each) && isSlacks(each));
    return {
      name: (name || title || 'file').slice(0, 255),
      ...(mimetype ? { type: mimetype } : {}),
      ...(typeof size === 'number' ? { size } : {}),
      ...(url ? { url } : {}),
    };
  });
