/** What can be asked about what the desk learns, and the articles that are written in it. */
import { z } from 'zod';
import { command } from '../spec.js';
import { article, finding, line, phrasing, print, text, ticket } from '../values.js';

export const commands = {
  /** What the desk may learn, and has learned, for agents. */
  learn: command({ asks: {}, may: 'agent' }),
  'decide-phrasing': command({
    asks: {
      phrasing,
      verdict: z.enum(['accept', 'reject', 'withdraw']),
      read: print.optional(),
    },
    may: 'agent',
  }),
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
