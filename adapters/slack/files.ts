/** Files that came with a message, as links that a person of the workspace can open. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';

const text = z.string().nullish().catch(undefined);

/** A file that Slack has taken away, or does not show to the app, is only a name. */
export const files = z
  .array(
    z.object({
      name: text,
      title: text,
      mimetype: text,
      size: z.number().nullish().catch(undefined),
      permalink: text,
      url_private: text,
    }),
  )
  .default([])
  .catch([]);

/** Slack's own addresses only: a file of another service keeps its name without a link. */
function isSlacks(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && /(^|\.)(slack\.com|slack-files\.com|slack-gov\.com)$/.test(hostname);
}

export const filesOf = (sent: z.infer<typeof files>): File[] =>
  sent.map(({ name, title, mimetype, size, permalink, url_private }) => {
    const url = [permalink, url_private].find((each) => each && URL.canParse(each) && isSlacks(each));
    return {
      name: (name || title || 'file').slice(0, 255),
      ...(mimetype ? { type: mimetype } : {}),
      ...(typeof size === 'number' ? { size } : {}),
      ...(url ? { url } : {}),
    };
  });
