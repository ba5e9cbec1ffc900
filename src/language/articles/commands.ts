/** What can be asked about articles that are written in the desk. */
import { z } from 'zod';
import { command } from '../spec.js';
import { article, finding, line, print, text, ticket } from '../values.js';

export const commands = {
  'write-article': command({
    asks: {
      title: line,
      lang: z.enum(['en', 'zh']),
      phrasings: text.optional(),
      body: text,
      audience: z.enum(['everyone', 'agents']).default('everyone'),
      /** What it is written for: a group of questions of a report, or a ticket. */
      report: finding.optional(),
      group: z.coerce.number().int().min(0).max(99).optional(),
      ticket: ticket.optional(),
      /** The article that is edited. */
      article: article.optional(),
      read: print.optional(),
    },
    may: 'agent',
  }),
  'show-draft': command({ asks: { article }, may: 'agent' }),
  'publish-article': command({ asks: { article, read: print.optional() }, may: 'agent' }),
  'withdraw-article': command({ asks: { article }, may: 'agent' }),
};
