import { parseDocument, LineCounter } from 'yaml';
import { z } from 'zod';
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

/** What is wrong with a file, and what to do about it. */
export interface Problem {
  file: string;
  line?: number;
  message: string;
  remedy: string;
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

const KEYS = Object.keys(FrontMatter.shape).join(', ');

/** `vpn-drops.en` and `vpn-drops.zh` are one article in two languages. */
export const pairOf = (id: string): string => id.replace(/\.(en|zh)$/, '');

/** The numbered steps of a body, without their numbers. */
export const stepsOf = (body: string): string[] =>
  [...body.matchAll(/^\d+[.)、]\s*(.+(?:\n {2,}(?![-*\d]).+)*)/gmu)].map((m) => m[1]!.replace(/\n\s+/g, ' ').trim());

/** Reads one Markdown file with front matter. A file that cannot be used gives problems and no article. */
export function parseArticle(file: string, text: string): { article?: Article; problems: Problem[] } {
  const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!fenced) {
    const remedy = 'Start the file with a line ---, then title, language and phrasings, then a line ---.';
    return { problems: [{ file, line: 1, message: 'There is no front matter.', remedy }] };
  }
  const lines = new LineCounter();
  const yaml = parseDocument(fenced[1]!, { lineCounter: lines, schema: 'core' });
  /** The front matter starts on line 2 of the file. */
  const lineAt = (offset: number | undefined): number => (offset === undefined ? 1 : lines.linePos(offset).line + 1);
  if (yaml.errors.length > 0) {
    return {
      problems: yaml.errors.map((e) => ({
        file,
        line: lineAt(e.pos[0]),
        message: `The front matter is not YAML: ${e.message.split('\n')[0]}`,
        remedy: 'Put values that contain a colon, # or quotes between quotes; indent lists by two spaces and "- ".',
      })),
    };
  }
  const parsed = FrontMatter.safeParse(yaml.toJS() ?? {});
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => {
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        const path = unknown === undefined ? issue.path : [unknown];
        const node = yaml.getIn(path, true) as { range?: [number, number, number] } | undefined;
        return {
          file,
          line: lineAt(node?.range?.[0]),
          message: `${path.join('.') || 'front matter'}: ${issue.message}`,
          remedy:
            unknown === undefined
              ? `Correct "${path.join('.') || 'the front matter'}"; the known keys are ${KEYS}.`
              : `Remove or rename "${unknown}"; the known keys are ${KEYS}.`,
        };
      }),
    };
  }
  const body = text.slice(fenced[0].length).trim();
  if (body === '') {
    const line = text.split('\n').length;
    return {
      problems: [{ file, line, message: 'The article has no text.', remedy: 'Write the answer below the ---.' }],
    };
  }
  const { language, owner, reviewed, validUntil, category, ...rest } = parsed.data;
  const id = file.replace(/^.*[\\/]/, '').replace(/\.md$/, '');
  const optional = Object.fromEntries(
    Object.entries({ owner, reviewed, validUntil, category }).filter(([, value]) => value !== undefined),
  );
  return {
    article: { id, pair: pairOf(id), lang: language, ...rest, ...optional, body, steps: stepsOf(body) },
    problems: [],
  };
}
