/** Suggests the category of a ticket from those closed before. Pure: samples in, model out; the model is JSON. */
import { countFeatures, countIn, featuresOf, rarityIn, weigh } from './features.js';
import { createLinearModel, logitsOf, packLinear, softmax, train, unpackLinear, type PackedLinear } from './linear.js';
import { atOnce } from './slices.js';
import { normalise } from './text.js';

export interface TicketSample {
  text: string;
  /** Any label will do: a category, an urgency, a team. */
  category: string;
}

/** What was learned, as JSON to keep in a store or send to another thread; some megabytes at most. */
export interface TicketModel {
  categories: string[];
  /** How many tickets it was taught. */
  samples: number;
  /** Numbers as base64. */
  seen: string;
  linear: PackedLinear;
}

export interface Suggestion {
  category: string;
  /** Chance between 0 and 1; those of one ticket add up to 1. */
  confidence: number;
}

const EPOCHS = 6;
const RATE = 1.5;

/** Learns from closed tickets; 8,000 take a few seconds, so call it in a worker. Throws when there is nothing to tell apart. */
export function trainTickets(samples: readonly TicketSample[]): TicketModel {
  const categories = [...new Set(samples.map(({ category }) => category))].toSorted();
  if (categories.length < 2) throw new Error('Training needs tickets of at least two categories.');
  const found = samples.map(({ text }) => countIn(normalise(text)));
  const seen = countFeatures(found);
  const rarity = rarityIn(seen);
  const linear = createLinearModel(categories.length, seen.counts.length);
  const labels = samples.map(({ category }) => categories.indexOf(category));
  const count = categories.map((_, label) => labels.filter((one) => one === label).length);
  // Rare categories count for more, by the square root of how rare they are.
  const weightOf = (label: number): number => Math.sqrt(samples.length / categories.length / count[label]!);
  const vectors = found.map((counts) => weigh(counts, rarity));
  atOnce(train(linear, vectors, labels, { epochs: EPOCHS, rate: RATE, weightOf }));
  return {
    categories,
    samples: samples.length,
    seen: Buffer.from(seen.counts.buffer).toString('base64'),
    linear: packLinear(linear),
  };
}

/** Every category with its chance, the most likely first. Reading the model takes some milliseconds, asking one. */
export function createTicketClassifier(model: TicketModel): (text: string) => Suggestion[] {
  const linear = unpackLinear(model.linear);
  const counts = new Uint32Array(new Uint8Array(Buffer.from(model.seen, 'base64')).buffer);
  const rarity = rarityIn({ counts, samples: model.samples });
  return (text) => {
    const chances = softmax(logitsOf(linear, featuresOf(normalise(text), rarity)));
    return model.categories
      .map((category, label) => ({ category, confidence: chances[label]! }))
      .toSorted((x, y) => y.confidence - x.confidence);
  };
}
