import type { Article } from './article.js';
import { keep, recall } from './cache.js';
import { countFeatures, countIn, featuresOf, rarityIn, weigh, type Seen } from './features.js';
import {
  createLinearModel,
  learnOne,
  logitsOf,
  packLinear,
  softmax,
  train,
  unpackLinear,
  type LinearModel,
  type PackedLinear,
} from './linear.js';
import type { Glossary } from './glossary.js';
import type { Language } from './language.js';
import type { Work } from './slices.js';
import { normalise, sequenceOf } from './text.js';

/** Learns, from the phrasings of a bank, which words tell its articles apart. */
export interface Classifier {
  judge(plain: string): Judgement;
  learn(doc: number, phrasing: string): void;
}

export interface Judgement {
  /** How strongly the question speaks for each article, in the bank's order; 1 is what its own phrasings reach. */
  evidence: Float32Array;
  /** Logarithm of the probability of each article. */
  logp: Float32Array;
  /** Probability that it is one of the questions that no article answers. */
  unanswered: number;
}

/** Fewer phrasings per article than this teach it nothing. */
const ENOUGH = 1;
/** Samples × articles: what can be learned in about three seconds. */
const AT_MOST = 3_000_000;
const EPOCHS = 5;
const RATE = 3;
/** Characters of an answer that are learned from. */
const BODY = 300;
const FLOOR = 1e-4;
/** Logarithm of the least probability an article gets. */
export const LOWEST = Math.log(FLOOR);

interface Sample {
  doc: number;
  text: string;
  ideas: string[];
}
interface Learned {
  seen: Seen;
  linear: PackedLinear;
  /** What a phrasing gets for its own article on average: the measure for the evidence of a question. */
  usual: number;
}
interface Trained extends Pick<Learned, 'usual'> {
  samples: Sample[];
  model: LinearModel;
  rarity: ReturnType<typeof rarityIn>;
}

/** The last training of each language: an edit in the other language, or of a date, does not repeat it. */
const kept = new Map<Language, Trained>();

const areSame = (one: Sample[], other: Sample[]): boolean =>
  one.length === other.length && one.every(({ doc, text }, i) => doc === other[i]!.doc && text === other[i]!.text);

/** Further learning takes a copy of the weights. */
function* trainedOn(samples: Sample[], classes: number, lang: Language): Work<Trained> {
  const known = kept.get(lang);
  if (known?.model.classes === classes && areSame(known.samples, samples)) return known;
  const source = JSON.stringify([classes, samples]);
  let learned = recall('phrasings', source) as Learned | undefined;
  if (!learned) {
    learned = yield* learn(samples, classes);
    keep('phrasings', source, learned);
  }
  const { seen, linear, usual } = learned;
  const trained = { samples, model: unpackLinear(linear), usual, rarity: rarityIn(seen) };
  kept.set(lang, trained);
  return trained;
}

function* learn(samples: Sample[], classes: number): Work<Learned> {
  const found: Map<number, number>[] = [];
  for (const { text, ideas } of samples) {
    found.push(countIn(normalise(text), ideas));
    yield;
  }
  const seen = countFeatures(found);
  const rarity = rarityIn(seen);
  const model = createLinearModel(classes, seen.counts.length);
  const vectors = found.map((counts) => weigh(counts, rarity));
  yield* train(
    model,
    vectors,
    samples.map(({ doc }) => doc),
    { epochs: EPOCHS, rate: RATE },
  );
  let sum = 0;
  for (const [i, vector] of vectors.entries()) {
    sum += logitsOf(model, vector)[samples[i]!.doc]!;
    yield;
  }
  return { seen, linear: packLinear(model), usual: sum / samples.length };
}

/** @param unanswered questions that no article answers, as a class beside the articles. */
export function* createClassifier(
  articles: Article[],
  glossary: Glossary,
  unanswered: readonly string[],
): Work<Classifier | undefined> {
  const ideasIn = (plain: string): string[] => [
    ...new Set(glossary.namesIn(sequenceOf(plain)).flatMap(({ concepts }) => concepts.map(String))),
  ];
  const phrasings = articles.reduce((sum, article) => sum + article.phrasings.length, 0);
  if (articles.length < 2 || phrasings < ENOUGH * articles.length) return undefined;
  if ((phrasings + 2 * articles.length) * articles.length > AT_MOST) return undefined;
  const samples: Sample[] = [];
  const put = (doc: number, text: string): void => {
    samples.push({ doc, text, ideas: ideasIn(normalise(text)) });
  };
  for (const [doc, { title, phrasings, body }] of articles.entries()) {
    for (const text of [title, ...phrasings]) put(doc, text);
    if (body !== '') put(doc, `${title} ${body.slice(0, BODY)}`);
    yield;
  }
  let classes = articles.length;
  if ((samples.length + unanswered.length) * (classes + 1) <= AT_MOST && unanswered.length > 0) {
    for (const text of unanswered) put(classes, text);
    classes++;
  }

  const { rarity, usual, model: shared } = yield* trainedOn(samples, classes, articles[0]!.lang);
  let model = shared;
  return {
    judge(text) {
      const sample = featuresOf(text, rarity, ideasIn(text));
      const logits = logitsOf(model, sample);
      const chances = softmax(logits.slice());
      return {
        evidence: logits.subarray(0, articles.length).map((logit) => logit / usual),
        logp: chances.subarray(0, articles.length).map((p) => Math.log(p + FLOOR)),
        unanswered: chances[articles.length] ?? 0,
      };
    },
    learn(doc, phrasing) {
      if (model === shared) model = { ...shared, weights: shared.weights.slice(), bias: shared.bias.slice() };
      const sample = featuresOf(normalise(phrasing), rarity, ideasIn(normalise(phrasing)));
      for (let step = 0; step < EPOCHS; step++) learnOne(model, sample, doc, RATE);
    },
  };
}
