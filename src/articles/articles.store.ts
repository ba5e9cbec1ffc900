/** What was written in the desk, and what its reports told. */
import type { Connection, Model } from 'mongoose';
import { stepsOf, type Article } from '../../knowledge/matcher/index.js';
import { atAGlance, type Glance } from '../history.js';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Finding } from './findings.js';
import type { ArticleDraft } from './draft.js';

export const openDrafts = (connection: Connection): Model<ArticleDraft> =>
  openRecords<ArticleDraft>(
    connection,
    'articles',
    {
      title: String,
      lang: String,
      phrasings: [String],
      body: String,
      audience: String,
      author: part(named),
      state: String,
      from: String,
      published: part({ by: part(named), at: Date }),
      withdrawn: part({ by: part(named), at: Date }),
    },
    [{ state: 1 }],
  );

export const openFindings = (connection: Connection): Model<Finding> =>
  openRecords<Finding>(
    connection,
    'findings',
    {
      kind: String,
      to: String,
      from: Date,
      until: Date,
      unanswered: Number,
      gaps: anything,
      waiting: Number,
      articles: anything,
    },
    [{ kind: 1, until: -1 }],
  );

/** As the matcher takes it. */
export function articleOf({
  _id,
  title,
  lang,
  phrasings,
  body,
  audience,
  published,
  author,
}: Glance<ArticleDraft>): Article {
  const pair = _id.toLowerCase();
  return {
    id: `${pair}.${lang}`,
    pair,
    lang,
    title,
    phrasings: [...phrasings],
    body,
    steps: stepsOf(body),
    audience,
    owner: published?.by.id ?? author.id,
    ...(published ? { reviewed: published.at.toISOString().slice(0, 10) } : {}),
  };
}

export const createArticleQueries = (drafts: Model<ArticleDraft>, findings: Model<Finding>) => ({
  async published(): Promise<Article[]> {
    const found = await drafts
      .find({ state: 'published' } as never, atAGlance)
      .lean<Glance<ArticleDraft>[]>()
      .exec();
    return found.map(articleOf);
  },
  drafts: (most: number): Promise<Pick<ArticleDraft, '_id' | 'title'>[]> =>
    drafts
      .find({ state: 'draft' } as never, { title: 1 })
      .limit(most)
      .lean<ArticleDraft[]>()
      .exec(),
  madeFrom: async (origin: string): Promise<boolean> => (await findings.exists({ origin } as never).exec()) !== null,
  /** The articles of which an owner has been told, as `<id>@<reviewed>`. */
  async toldOfReview(): Promise<Set<string>> {
    const told = await findings
      .find({ kind: 'review' } as never, { kind: 1, articles: 1 })
      .lean<Finding[]>()
      .exec();
    return new Set(
      told
        .flatMap((each) => (each.kind === 'review' ? each.articles : []))
        .map(({ id, reviewed }) => `${id}@${reviewed}`),
    );
  },
});

export type ArticleQueries = ReturnType<typeof createArticleQueries>;
