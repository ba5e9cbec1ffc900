import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle, type Article } from './article.js';
import type { Problem } from './frontmatter.js';
import { Unreadable } from './source.js';
import { loadGlossary, noGlossary, type Glossary } from './glossary.js';
import { loadUnanswered, noneUnanswered, type Unanswered } from './unanswered.js';

export interface Shelf {
  articles: Article[];
  glossary: Glossary;
  unanswered: Unanswered;
  problems: Problem[];
}

/** Reads `<dir>/faq/*.md`, `<dir>/glossary.yaml` and `<dir>/unanswered.yaml`. Bad files become problems; the others still load. */
export async function loadShelf(dir: string): Promise<Shelf> {
  const problems: Problem[] = [];
  const faq = join(dir, 'faq');
  const files = await readdir(faq).catch(() => {
    problems.push({
      file: faq,
      message: 'The folder cannot be read.',
      remedy: 'Create it and put articles (*.md) there.',
    });
    return [];
  });
  const articles: Article[] = [];
  for (const name of files.filter((file) => file.endsWith('.md')).toSorted()) {
    const file = join(faq, name);
    const read = parseArticle(file, await readFile(file));
    problems.push(...read.problems);
    if (read.article) articles.push(read.article);
  }
  const glossary = await readOr(noGlossary, join(dir, 'glossary.yaml'), 'glossary', loadGlossary, problems);
  const unanswered = await readOr(
    noneUnanswered,
    join(dir, 'unanswered.yaml'),
    'list of unanswered questions',
    loadUnanswered,
    problems,
  );
  return { articles, glossary, unanswered, problems };
}

/** What a file has; without the file, or with a mistake in it, which becomes a problem, the other one. */
async function readOr<T>(
  other: T,
  file: string,
  name: string,
  read: (file: string) => Promise<T>,
  problems: Problem[],
): Promise<T> {
  try {
    return await read(file);
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException | Unreadable;
    if (error instanceof Unreadable)
      problems.push({
        file,
        line: error.line,
        message: `The ${name} is ${error.message}.`,
        remedy: `Correct it (${error.remedy}); until then no ${name} is used.`,
      });
    else if (error.code !== 'ENOENT')
      problems.push({ file, message: error.message, remedy: `Let it be read; until then no ${name} is used.` });
    return other;
  }
}
