import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle, type Article, type Problem } from './article.js';
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
    const read = parseArticle(file, await readFile(file, 'utf8'));
    problems.push(...read.problems);
    if (read.article) articles.push(read.article);
  }
  const glossary = await loadGlossary(join(dir, 'glossary.yaml')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      problems.push({
        file: join(dir, 'glossary.yaml'),
        message,
        remedy: 'Correct the entry; until then no glossary is used.',
      });
    }
    return noGlossary;
  });
  return { articles, glossary, problems };
}
