/** The YAML between two lines `---` at the head of a Markdown file, checked against a schema. */
import type { z } from 'zod';
import { readYaml, textOf, Unreadable } from './source.js';

/** What is wrong with a file, and what to do about it. */
export interface Problem {
  file: string;
  line?: number;
  message: string;
  remedy: string;
}

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
export function readFrontMatter<S extends z.ZodObject>(
  file: string,
  source: string | Buffer,
  schema: S,
): FrontMatter<z.infer<S>> {
  const keys = Object.keys(schema.shape).join(', ');
  const wrong = (line: number, message: string, remedy: string): Problem => ({ file, line, message, remedy });
  const none = (problem: Problem, body = '') => ({ body, problems: [problem], lineOf: () => 1 });
  /** What `read` gives, or the problem that it has with what begins on this line of the file. */
  const tried = <T>(what: string, first: number, read: () => T): { got: T } | { problem: Problem } => {
    try {
      return { got: read() };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const remedy = `${error.remedy[0]!.toUpperCase()}${error.remedy.slice(1)}.`;
      return { problem: wrong(error.line + first - 1, `The ${what} is ${error.message}.`, remedy) };
    }
  };

  const text = tried('file', 1, () => (typeof source === 'string' ? source : textOf(source)));
  if ('problem' in text) return none(text.problem);
  const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.got);
  if (!fenced) {
    const remedy = `Start the file with a line ---, then ${keys}, then a line ---.`;
    return none(wrong(1, 'There is no front matter.', remedy), text.got);
  }
  const body = text.got.slice(fenced[0].length).trim();
  const yaml = tried('front matter', 2, () => readYaml(fenced[1]!));
  if ('problem' in yaml) return none(yaml.problem, body);
  const lineOf = (path: readonly PropertyKey[]) => yaml.got.lineOf(path) + 1;
  const parsed = schema.safeParse(yaml.got.value ?? {});
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
