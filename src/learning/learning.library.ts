/** All that the desk answers from: the articles in files, those that were published here, and what it was taught. */
import { createKnowledge, type Article, type Knowledge } from '../../knowledge/index.js';

/** A phrasing for the article of that id, as long as it has that title. */
export type Taught = { _id: string; article: string; title: string; words: string };

export type Library = ReturnType<typeof createLibrary>;

/** @param files what stands in the folder; `reload` takes it anew. */
export function createLibrary(files: Knowledge) {
  let published: readonly Article[] = [];
  let taught: readonly Taught[] = [];
  let knowledge = files;

  function teach({ article: id, title, words }: Taught): void {
    const article = knowledge.article(id);
    if (article?.id === id && article.title === title) knowledge.learn(id, words);
  }

  /** Never the files' own knowledge: what it learns cannot be taken back. */
  function build(): void {
    const articles = [...files.articles, ...published].map((each) => ({ ...each, phrasings: [...each.phrasings] }));
    knowledge =
      published.length + taught.length > 0 ? createKnowledge(articles, files.glossary, files.problems) : files;
    for (const each of taught) teach(each);
  }

  return {
    knowledge: (): Knowledge => knowledge,
    reload(fresh: Knowledge): void {
      files = fresh;
      build();
    },
    /** Takes what the store has now; what is only new is learned without beginning anew. */
    update(now: { published: readonly Article[]; taught: readonly Taught[] }): void {
      const before = new Set(taught.map(({ _id }) => _id));
      const fresh = now.taught.filter(({ _id }) => !before.has(_id));
      const kept = now.taught.length - fresh.length === taught.length;
      const same = JSON.stringify(now.published) === JSON.stringify(published);
      published = now.published;
      taught = now.taught;
      if (!kept || !same || knowledge === files) build();
      else for (const each of fresh) teach(each);
    },
  };
}
