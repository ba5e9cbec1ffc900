/** Replies that are sent again and again: kept as policy, filled in for each ticket. */
import { z } from 'zod';
import type { Lang } from '../card.js';
import { distinct } from '../distinct.js';
import { readPolicy } from '../policy.js';
import type { Ticket } from './ticket.js';

const both = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });
const variables = ['requester', 'agent', 'ticket', 'title'] as const;

const templatesPolicy = z.strictObject({
  templates: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[\w.-]{1,60}$/),
        name: z.strictObject({ en: z.string().min(1).max(75), zh: z.string().min(1).max(75) }),
        text: both,
      }),
    )
    .max(99)
    .superRefine(distinct('id')),
});

export type Template = z.infer<typeof templatesPolicy>['templates'][number];

/** @throws PolicyError with file, line and remedy. */
export function readTemplates(dir: string): readonly Template[] {
  const { value, wrong } = readPolicy(dir, 'templates.yaml', templatesPolicy);
  value.templates.forEach(({ text }, index) => {
    for (const lang of ['en', 'zh'] as const)
      for (const [, name] of text[lang].matchAll(/\{(\w+)\}/g))
        if (!variables.some((known) => known === name))
          wrong(['templates', index, 'text', lang], `there is no variable {${name}}: use ${variables.join(', ')}`);
  });
  return value.templates;
}

export const filledIn = ({ text }: Template, ticket: Ticket, agent: string, lang: Lang): string => {
  const values = { requester: ticket.requester.name, agent, ticket: ticket._id, title: ticket.title };
  return text[lang].replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => values[name]);
};
