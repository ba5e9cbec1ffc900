import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle, type Article } from './article.js';
import type { Problem } from './frontmatter.js';
import { Unreadable } from './source.js';
import { loadGlossary, noGlossary, type Glossary } from './glossary.js';

export interface Shelf {
  articles: Article[];
  glossary: Glossary;
  problems: Problem[];
}

/** Reads `<dir>/faq/*.md` and `<dir>/glossary.yaml`. Bad files become problems; the others still load. */
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
  const file = join(dir, 'glossary.yaml');
  const glossary = await loadGlossary(file).catch((error: NodeJS.ErrnoException | Unreadable) => {
    if (error instanceof Unreadable)
      problems.push({
        file,
        line: error.line,
        message: `The glossary is ${error.message}.`,
        remedy: `Correct it (${error.remedy}); until then no glossary is used.`,
      });
    else if (error.code !== 'ENOENT')
      problems.push({ file, message: error.message, remedy: 'Let it be read; until then no glossary is used.' });
    return noGlossary;
  });
  return { articles, glossary, problems };
}
