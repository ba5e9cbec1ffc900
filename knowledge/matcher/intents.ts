/** Tells what people mean, from examples of how they say it: each meaning with a chance. Knows nothing of what is meant. */
import { keep, recall } from './cache.js';
import { countFeatures, countIn, rarityIn, weigh, type Seen } from './features.js';
import {
  createLinearModel,
  logitsOf,
  packLinear,
  softmax,
  train,
  unpackLinear,
  type LinearModel,
  type PackedLinear,
} from './linear.js';
import type { Work } from './slices.js';

export interface IntentSample<L extends string = string> {
  words: string;
  label: L;
  /** How much it counts; 1 if absent. */
  weight?: number;
}

/** Words as they are compared. */
export interface Heard {
  text: string;
  /** What they speak of, in whatever words. */
  ideas: readonly string[];
}

export interface Meant<L extends string = string> {
  intent: L;
  /** Chance between 0 and 1; those of one message add up to 1. */
  confidence: number;
}

const EPOCHS = 4;
const RATE = 2.5;
/** Wider models tell meanings no better, and take longer to recall. */
const WIDEST = 16;

interface Learned {
  labels: string[];
  seen: Seen;
  linear: PackedLinear;
}

/** Ready to judge. */
interface Trained {
  labels: string[];
  rarity: ReturnType<typeof rarityIn>;
  model: LinearModel;
}

/** What was learned from each source in this process. */
const kept = new Map<string, Trained>();

/**
 * @param source tells apart what there is to learn from; what was learned from the same before is recalled.
 * @param samplesOf read only when there is something to learn.
 * @param hear what is compared of words.
 * @param temperature above 1 makes chances less certain.
 */
export function* createIntents<L extends string>(
  source: string,
  samplesOf: () => Iterable<IntentSample<L>>,
  hear: (words: string) => Heard,
  temperature = 1,
): Work<(words: string) => Meant<L>[]> {
  const { labels, rarity, model } = kept.get(source) ?? (yield* trainedOn(source, samplesOf, hear));
  return (words) => {
    const { text, ideas } = hear(words);
    const logits = logitsOf(model, weigh(countIn(text, ideas), rarity));
    const chances = softmax(logits.map((logit) => logit / temperature));
    return labels
      .map((intent, label) => ({ intent: intent as L, confidence: chances[label]! }))
      .toSorted((one, other) => other.confidence - one.confidence);
  };
}

function* trainedOn(
  source: string,
  samplesOf: () => Iterable<IntentSample>,
  hear: (words: string) => Heard,
): Work<Trained> {
  let learned = recall('intents', source) as Learned | undefined;
  if (!learned) {
    learned = yield* learn(samplesOf(), hear);
    keep('intents', source, learned);
  }
  const trained = { labels: learned.labels, rarity: rarityIn(learned.seen), model: unpackLinear(learned.linear) };
  kept.set(source, trained);
  return trained;
}

function* learn(made: Iterable<IntentSample>, hear: (words: string) => Heard): Work<Learned> {
  const samples: IntentSample[] = [];
  const found: Map<number, number>[] = [];
  for (const sample of made) {
    const { text, ideas } = hear(sample.words);
    samples.push(sample);
    found.push(countIn(text, ideas));
    yield;
  }
  const labels = [...new Set(samples.map(({ label }) => label))].toSorted();
  const seen = countFeatures(found, WIDEST);
  const rarity = rarityIn(seen);
  const model = createLinearModel(labels.length, seen.counts.length);
  const classes = samples.map(({ label }) => labels.indexOf(label));
  const count = labels.map((_, label) => classes.filter((one) => one === label).length);
  // Rare labels count for more, by the square root of how rare they are.
  const weightOf = (label: number, sample: number): number =>
    (samples[sample]!.weight ?? 1) * Math.sqrt(samples.length / labels.length / count[label]!);
  const vectors = found.map((counts) => weigh(counts, rarity));
  yield* train(model, vectors, classes, { epochs: EPOCHS, rate: RATE, weightOf });
  return { labels, seen, linear: packLinear(model) };
}
