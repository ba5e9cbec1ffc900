/** Standard operating procedures: a document's own data, and its audience. */
import { z } from 'zod';
import type { Lang } from '../card.js';
import type { Directory, Person } from '../people.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-12-31');

/** What stands at the head of each `sops/*.md`. The languages of one document agree in all but title and changes. */
export const sopHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'must be small letters, digits and hyphens, such as laptop-loss'),
  title: z.string().trim().min(1).max(150),
  language: z.enum(['en', 'zh']),
  type: z.enum(['operation', 'management', 'technical', 'emergency']),
  version: z.int().min(1),
  /** Persons of the directory. */
  owner: z.string(),
  reviewer: z.string(),
  effective: day,
  /** By when it is to be looked at again. */
  review: day,
  audience: z
    .string()
    .regex(
      /^(everyone|agents|group:[\w.-]{1,60})$/,
      'must be everyone, agents, or group:<id of a group in teams.yaml>',
    ),
  /** What this version changed, in a line. */
  changes: z.string().trim().min(1).max(300),
});

export type Sop = z.infer<typeof sopHead> & { body: string };

/** What all languages of a document must agree in. */
export const sharedKeys = ['version', 'type', 'owner', 'reviewer', 'effective', 'review', 'audience'] as const;

/** Who is to read and acknowledge it. */
export function isFor(sop: Sop, person: Person, directory: Directory): boolean {
  if (sop.audience === 'everyone') return true;
  if (sop.audience === 'agents') return person.roles.some((role) => role === 'agent' || role === 'lead');
  return directory.isAgentOf(person.id, sop.audience.slice('group:'.length));
}

/** Its audience, and those who answer for it. */
export const maySee = (sop: Sop, person: Person, directory: Directory): boolean =>
  isFor(sop, person, directory) || sop.owner === person.id || sop.reviewer === person.id;

/** @param today ISO date */
export const isOverdue = (sop: Sop, today: string): boolean => sop.review < today;

/** The documents as they stand now. */
export type Shelf = {
  all(lang: Lang): Sop[];
  /** In the language wanted, else in the other one. */
  sop(id: string, lang: Lang): Sop | undefined;
  /** The best matches, best first. */
  find(words: string, lang: Lang): Sop[];
};
