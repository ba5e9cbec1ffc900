/** Teams' addresses: `teams:<conversation>` and `teams:<conversation>/<message>`; a slash within an id is escaped. */
import type { MessageRef } from '../../src/chat.js';

const escape = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');
const unescape = (id: string): string => id.replaceAll('%2F', '/').replaceAll('%25', '%');

export const addressOf = (conversation: string, message?: string): MessageRef =>
  `teams:${escape(conversation)}${message === undefined ? '' : `/${escape(message)}`}`;

export function parseAddress(address: string): { conversation: string; message?: string } {
  const [conversation = '', message] = address.slice(address.indexOf(':') + 1).split('/');
  return { conversation: unescape(conversation), ...(message === undefined ? {} : { message: unescape(message) }) };
}

/** The conversation without the thread, which Teams writes after it: `19:…@thread.tacv2;messageid=…`. */
export const conversationOf = (id: string): string => id.split(';')[0] ?? id;
