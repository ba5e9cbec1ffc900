/** The YAML between two lines `---` at the head of a Markdown file, checked against a schema. */
import { parseDocument, LineCounter } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './article.js';

export type FrontMatter<T> = {
  /** Missing when there are problems. */
  value?: T;
  /** What follows the front matter. */
  body: string;
  problems: Problem[];
  /** The line of the file on which a key's value stands. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** Reads the front matter of one file; every problem tells the file, the line and the remedy. */
export function readFrontMatter<S extends z.ZodObject>(file: string, text: string, schema: S): FrontMatter<z.infer<S>> {
  const keys = Object.keys(schema.shape).join(', ');
  const wrong = (line: number, message: string, remedy: string): Problem => ({ file, line, message, remedy });
  const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!fenced) {
    const remedy = `Start the file with a line ---, then ${keys}, then a line ---.`;
    return { body: text, problems: [wrong(1, 'There is no front matter.', remedy)], lineOf: () => 1 };
  }
  const lines = new LineCounter();
  const yaml = parseDocument(fenced[1]!, { lineCounter: lines, schema: 'core' });
  const body = text.slice(fenced[0].length).trim();
  /** The front matter starts on line 2 of the file. */
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line + 1);
  const lineOf = (path: readonly PropertyKey[]) =>
    lineAt((yaml.getIn(path, true) as { range?: [number] } | undefined)?.range?.[0]);

  if (yaml.errors.length > 0) {
    const remedy = 'Put values that contain a colon, # or quotes between quotes; indent lists by two spaces and "- ".';
    const told = (message: string) => `The front matter is not YAML: ${message.split('\n')[0]}`;
    return { body, lineOf, problems: yaml.errors.map((e) => wrong(lineAt(e.pos[0]), told(e.message), remedy)) };
  }
  const parsed = schema.safeParse(yaml.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, body, problems: [], lineOf };
  const problems = parsed.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = unknown === undefined ? issue.path : [unknown];
    const key = path.join('.') || 'the front matter';
    const verb = unknown === undefined ? 'Correct' : 'Remove or rename';
    return wrong(lineOf(path), `${key}: ${issue.message}`, `${verb} "${key}"; the known keys are ${keys}.`);
  });
  return { body, problems, lineOf };
}
