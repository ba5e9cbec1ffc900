/** Files that came with a message, as links that a person of the organisation can open. Pure. */
import { z } from 'zod';
import type { File } from '../../src/chat.js';

const text = z.string().optional().catch(undefined);

export const attachments = z
  .array(
    z
      .looseObject({ id: text, contentType: text, contentUrl: text, name: text, content: z.unknown().optional() })
      .catch({}),
  )
  .optional()
  .catch(undefined);
export type Attachments = z.infer<typeof attachments>;

/** Files in Teams lie in SharePoint; its pictures only the app itself can fetch, so they keep their names alone. */
function isOpen(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && /\.sharepoint\.(com|us|cn|de)$|\.sharepoint-mil\.us$/.test(hostname);
}

/** The message itself as HTML, cards, and messages that were forwarded or quoted are no files. */
const isFile = ({ contentType = '' }: { contentType?: string | undefined }) =>
  contentType === 'reference' ||
  contentType === 'application/vnd.microsoft.teams.file.download.info' ||
  /^(image|audio|video)\//.test(contentType);

export const filesOf = (sent: Attachments): File[] =>
  (sent ?? []).filter(isFile).map(({ contentType, contentUrl, name }) => ({
    name: (name || contentType?.replace('/*', '') || 'file').slice(0, 255),
    ...(contentType?.includes('/') && !contentType.startsWith('application/vnd.microsoft')
      ? { type: contentType }
      : {}),
    ...(contentUrl && URL.canParse(contentUrl) && isOpen(contentUrl) ? { url: contentUrl } : {}),
  }));
