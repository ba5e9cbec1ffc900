/** Reads the documents from their files, and finds them by words. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontMatter } from '../../knowledge/matcher/frontmatter.js';
import { createKnowledge, type Problem } from '../../knowledge/matcher/index.js';
import type { Directory } from '../people.js';
import { sharedKeys, sopHead, type Shelf, type Sop } from './sops.js';

/** A document with where it was read. */
type Found = { sop: Sop; file: string; lineOf(path: readonly PropertyKey[]): number };

/**
 * Reads `<dir>/*.md`. A file that cannot be used becomes problems; the others still load. Of two languages that
 * disagree, the newer version stands alone: nobody acknowledges an outdated translation.
 */
export async function loadSops(dir: string, directory: Directory): Promise<{ shelf: Shelf; problems: Problem[] }> {
  const names = await readdir(dir).catch(() => undefined);
  if (!names) {
    const remedy = 'Create it and put documents (*.md) there.';
    return { shelf: createShelf([]), problems: [{ file: dir, message: 'The folder cannot be read.', remedy }] };
  }
  const problems: Problem[] = [];
  const found: Found[] = [];
  for (const name of names.filter((each) => each.endsWith('.md')).toSorted()) {
    const file = join(dir, name);
    const { sop, lineOf, wrong } = parseSop(file, await readFile(file), directory);
    problems.push(...wrong);
    if (sop) found.push({ sop, file, lineOf });
  }
  const kept: Found[] = [];
  for (const each of found.toSorted((a, b) => b.sop.version - a.sop.version)) {
    const problem = disagreement(each, kept);
    if (problem) problems.push(problem);
    else kept.push(each);
  }
  return { shelf: createShelf(kept.map(({ sop }) => sop)), problems };
}

function parseSop(file: string, source: Buffer, directory: Directory) {
  const { value: head, body, problems, lineOf } = readFrontMatter(file, source, sopHead);
  if (!head) return { lineOf, wrong: problems };
  const wrong: Problem[] = [];
  const complain = (key: string, message: string, remedy: string) =>
    wrong.push({ file, line: lineOf([key]), message: `${key}: ${message}`, remedy });
  for (const key of ['owner', 'reviewer'] as const)
    if (!directory.person(head[key]))
      complain(key, `nobody has the id "${head[key]}"`, 'Name a person of people.yaml by their id.');
  if (head.owner === head.reviewer)
    complain('reviewer', 'the owner cannot review their own document', 'Name a second person as the reviewer.');
  const [, group] = head.audience.split(':');
  if (group !== undefined && !directory.group(group))
    complain('audience', `there is no group "${group}"`, 'Name a group of teams.yaml, or everyone, or agents.');
  if (body === '')
    wrong.push({ file, message: 'The document has no text.', remedy: 'Write the procedure below the ---.' });
  return wrong.length > 0 ? { lineOf, wrong } : { sop: { ...head, body }, lineOf, wrong };
}

function disagreement({ sop, file, lineOf }: Found, kept: readonly Found[]): Problem | undefined {
  const siblings = kept.filter((other) => other.sop.id === sop.id);
  const twin = siblings.find((other) => other.sop.language === sop.language);
  if (twin) {
    const message = `id: ${twin.file} is "${sop.id}" in the same language`;
    return { file, line: lineOf(['id']), message, remedy: 'Give this document its own id, or remove one of the two.' };
  }
  for (const other of siblings) {
    const key = sharedKeys.find((each) => sop[each] !== other.sop[each]);
    if (!key) continue;
    const message = `${key}: ${String(sop[key])} here, ${String(other.sop[key])} in ${other.file}`;
    const remedy = 'Bring the translation up to date; until then it is not shown.';
    return { file, line: lineOf([key]), message, remedy };
  }
  return undefined;
}

/** More matches than these are a reason for other words. */
const BEST = 5;

export function createShelf(sops: readonly Sop[]): Shelf {
  const ids = [...new Set(sops.map(({ id }) => id))];
  const matcher = createKnowledge(
    sops.map(({ id, language, title, body }) => ({
      id: `${id}.${language}`,
      pair: id,
      lang: language,
      title,
      body,
      phrasings: [],
      steps: [],
      audience: 'everyone',
    })),
  );
  const shelf: Shelf = {
    all: (lang) => ids.map((id) => shelf.sop(id, lang)!).toSorted((a, b) => a.title.localeCompare(b.title, lang)),
    sop(id, lang) {
      const languages = sops.filter((sop) => sop.id === id);
      return languages.find(({ language }) => language === lang) ?? languages[0];
    },
    find(words, lang) {
      if (matcher.answer(words).band === 'none') return [];
      return matcher.rank(words, { limit: BEST }).flatMap(({ article }) => shelf.sop(article.pair, lang) ?? []);
    },
  };
  return shelf;
}
