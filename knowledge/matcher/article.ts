import { z } from 'zod';
import { readFrontMatter, type Problem } from './frontmatter.js';
import type { Language } from './language.js';

export type Audience = 'everyone' | 'agents';

export interface Article {
  /** Unique, e.g. `vpn-drops.en`. */
  id: string;
  /** Shared by the versions of one article in several languages, e.g. `vpn-drops`. */
  pair: string;
  lang: Language;
  title: string;
  phrasings: string[];
  /** Markdown of a small kind: paragraphs, numbered steps, bullets, bold, code, links. */
  body: string;
  /** The numbered steps of the body, without their numbers. */
  steps: string[];
  audience: Audience;
  owner?: string;
  /** ISO dates. */
  reviewed?: string;
  validUntil?: string;
  category?: string;
}

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-12-31');

const FrontMatter = z.strictObject({
  title: z.string().trim().min(1).max(200),
  language: z.enum(['en', 'zh']),
  audience: z.enum(['everyone', 'agents']).default('everyone'),
  phrasings: z.array(z.string().trim().min(1)).default([]),
  owner: z.string().optional(),
  reviewed: isoDate.optional(),
  validUntil: isoDate.optional(),
  category: z.string().optional(),
});

/** `vpn-drops.en` and `vpn-drops.zh` are one article in two languages. */
export const pairOf = (id: string): string => id.replace(/\.(en|zh)$/, '');

/** The numbered steps of a body, without their numbers. */
export const stepsOf = (body: string): string[] =>
  [...body.matchAll(/^\d+[.)、]\s*(.+(?:\n {2,}(?![-*\d]).+)*)/gmu)].map((m) => m[1]!.replace(/\n\s+/g, ' ').trim());

/** Reads one Markdown file with front matter. A file that cannot be used gives problems and no article. */
export function parseArticle(file: string, source: string | Buffer): { article?: Article; problems: Problem[] } {
  const { value, body, problems } = readFrontMatter(file, source, FrontMatter);
  if (!value) return { problems };
  if (body === '')
    return { problems: [{ file, message: 'The article has no text.', remedy: 'Write the answer below the ---.' }] };
  const { language, owner, reviewed, validUntil, category, ...rest } = value;
  const id = file.replace(/^.*[\\/]/, '').replace(/\.md$/, '');
  const optional = Object.fromEntries(
    Object.entries({ owner, reviewed, validUntil, category }).filter(([, value]) => value !== undefined),
  );
  return {
    article: { id, pair: pairOf(id), lang: language, ...rest, ...optional, body, steps: stepsOf(body) },
    problems: [],
  };
}
