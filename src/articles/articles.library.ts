/** All that the desk answers from: the articles in files, those that were published here, and what it was taught. */
import {
  createKnowledge,
  createLikeness,
  type Article,
  type Knowledge,
  type Likeness,
} from '../../knowledge/matcher/index.js';

/** A phrasing for the article of that id, as long as it has that title. */
export type Taught = { _id: string; article: string; title: string; words: string };

export type Library = ReturnType<typeof createLibrary>;

/** @param files the files of the folder; `reload` reads them again. */
export function createLibrary(files: Knowledge) {
  let published: readonly Article[] = [];
  let taught: readonly Taught[] = [];
  let knowledge = files;
  let likeness = createLikeness(files.glossary);

  function teach(pupil: Knowledge, { article: id, title, words }: Taught): void {
    const article = pupil.article(id);
    if (article?.id === id && article.title === title) pupil.learn(id, words);
  }

  /** Never the files' own knowledge: what it learns cannot be taken back. What was there before answers until it is done. */
  async function build(): Promise<void> {
    const articles = [...files.articles, ...published].map((each) => ({ ...each, phrasings: [...each.phrasings] }));
    const next =
      published.length + taught.length > 0
        ? createKnowledge(articles, files.glossary, files.problems, files.unanswered)
        : files;
    for (const each of taught) teach(next, each);
    if (next !== knowledge) await next.prepare();
    knowledge = next;
  }

  let turn = Promise.resolve();
  /** One change after the other. */
  const inTurn = (change: () => Promise<void>): Promise<void> => (turn = turn.then(change, change));

  return {
    knowledge: (): Knowledge => knowledge,
    /** All that was taught, of articles and of acts. */
    taught: (): readonly Taught[] => taught,
    /** By the glossary as it is now. */
    likeness: (): Likeness => likeness,
    reload: (fresh: Knowledge): Promise<void> =>
      inTurn(() => {
        files = fresh;
        likeness = createLikeness(fresh.glossary);
        return build();
      }),
    /** Takes the store's present content; new phrasings alone are learned without starting over. */
    update: (now: { published: readonly Article[]; taught: readonly Taught[] }): Promise<void> =>
      inTurn(async () => {
        const before = new Set(taught.map(({ _id }) => _id));
        const fresh = now.taught.filter(({ _id }) => !before.has(_id));
        const kept = now.taught.length - fresh.length === taught.length;
        const same = JSON.stringify(now.published) === JSON.stringify(published);
        published = now.published;
        taught = now.taught;
        if (!kept || !same || knowledge === files) return build();
        if (fresh.length === 0) return;
        for (const each of fresh) teach(knowledge, each);
        await knowledge.prepare();
      }),
  };
}
