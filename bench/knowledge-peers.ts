/** Other search libraries behind one face. They are asked the way their own documentation says, with their defaults. */
export interface Row {
  id: string;
  question: string;
  answer: string;
  alts: string[];
}

export interface Hit {
  id: string;
  score: number;
}

export interface Engine {
  name: string;
  /** Gives the search over these articles, best first. */
  build(rows: Row[]): Promise<(question: string) => Promise<Hit[]> | Hit[]>;
}

/** Loaded by name at run time, so that the desk builds where they are not installed. */
const load = async <T>(name: string): Promise<T> => {
  const module = (await import(name)) as { default?: T } & T;
  return module.default ?? module;
};

const textOf = ({ question, alts, answer }: Row): string => [question, ...alts, answer].join('\n');
const docsOf = (rows: Row[]) => rows.map((row) => ({ id: row.id, text: textOf(row) }));

interface TfIdf {
  addDocument(text: string): void;
  tfidfs(question: string, each: (doc: number, score: number) => void): void;
}
interface MiniSearch {
  addAll(docs: { id: string; text: string }[]): void;
  search(question: string, options: object): Hit[];
}
interface Lunr {
  (build: (this: { ref(key: string): void; field(key: string): void; add(doc: object): void }) => void): {
    search(question: string): { ref: string; score: number }[];
  };
  tokenizer: { separator: RegExp };
}
interface FlexIndex {
  add(id: number, text: string): void;
  search(question: string, options: object): number[];
}
interface Orama {
  create(options: object): object;
  insertMultiple(db: object, docs: object[]): Promise<unknown>;
  search(db: object, options: object): Promise<{ hits: Hit[] }>;
}

export const peers: Engine[] = [
  {
    name: 'natural TfIdf',
    async build(rows) {
      const index = new (await load<new () => TfIdf>('natural/lib/natural/tfidf/tfidf.js'))();
      for (const row of rows) index.addDocument(textOf(row));
      return (question) => {
        const hits: Hit[] = [];
        index.tfidfs(question, (doc, score) => hits.push({ id: rows[doc]!.id, score }));
        return hits.toSorted((x, y) => y.score - x.score).slice(0, 10);
      };
    },
  },
  {
    name: 'MiniSearch',
    async build(rows) {
      const index = new (await load<new (options: object) => MiniSearch>('minisearch'))({ fields: ['text'] });
      index.addAll(docsOf(rows));
      return (question) => index.search(question, { fuzzy: 0.2, prefix: true }).slice(0, 10);
    },
  },
  {
    name: 'lunr',
    async build(rows) {
      const lunr = await load<Lunr>('lunr');
      const index = lunr(function () {
        this.ref('id');
        this.field('text');
        for (const doc of docsOf(rows)) this.add(doc);
      });
      // Punctuation is query syntax to lunr.
      return (question) =>
        index
          .search(question.replace(/[^\p{L}\p{N}\s]/gu, ' '))
          .slice(0, 10)
          .map(({ ref, score }) => ({ id: ref, score }));
    },
  },
  {
    name: 'FlexSearch',
    async build(rows) {
      const { Index } = await load<{ Index: new (options: object) => FlexIndex }>('flexsearch');
      const index = new Index({ tokenize: 'forward' });
      rows.forEach((row, doc) => index.add(doc, textOf(row)));
      return (question) =>
        index
          .search(question, { limit: 10, suggest: true })
          .map((doc, place) => ({ id: rows[doc]!.id, score: 10 - place }));
    },
  },
  {
    name: 'Orama',
    async build(rows) {
      const { create, insertMultiple, search } = await load<Orama>('@orama/orama');
      const index = create({ schema: { id: 'string', text: 'string' } });
      await insertMultiple(index, docsOf(rows));
      return async (question) => (await search(index, { term: question, threshold: 1, limit: 10 })).hits;
    },
  },
];

export interface Classifier {
  addDocument(text: string | string[], label: string): void;
  train(): void;
  classify(text: string | string[]): string;
}
const classifierOf = async (name: string): Promise<Classifier> =>
  new (await load<new () => Classifier>(`natural/lib/natural/classifiers/${name}_classifier.js`))();
export const createBayes = (): Promise<Classifier> => classifierOf('bayes');
export const createLogistic = (): Promise<Classifier> => classifierOf('logistic_regression');
