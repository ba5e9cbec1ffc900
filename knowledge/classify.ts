/** Suggests the category of a ticket from those closed before. Pure: samples in, model out; the model is plain data. */
import { countFeatures, featuresOf, rarityIn, type Seen } from './features.js';
import { createLinearModel, logitsOf, softmax, train, type LinearModel } from './linear.js';
import { normalise } from './text.js';

export interface TicketSample {
  text: string;
  category: string;
}

/** Can be stored as it is (structured clone, BSON, or JSON after `Array.from` of its arrays). */
export interface TicketModel {
  categories: string[];
  linear: LinearModel;
  seen: Seen;
}

const EPOCHS = 6;
const RATE = 1.5;

/** Learns from closed tickets; 8,000 take a few seconds, so call it in a worker. Throws when there is nothing to tell apart. */
export function trainTickets(samples: TicketSample[]): TicketModel {
  const categories = [...new Set(samples.map(({ category }) => category))].toSorted();
  if (categories.length < 2) throw new Error('Training needs tickets of at least two categories.');
  const plain = samples.map(({ text }) => normalise(text));
  const seen = countFeatures(plain.map((text) => featuresOf(text).ids));
  const linear = createLinearModel(categories.length, seen.counts.length);
  const labels = samples.map(({ category }) => categories.indexOf(category));
  const count = categories.map((_, label) => labels.filter((one) => one === label).length);
  train(
    linear,
    plain.map((text) => featuresOf(text, rarityIn(seen))),
    labels,
    // Rare categories count for more, by the square root of how rare they are.
    { epochs: EPOCHS, rate: RATE, weightOf: (label) => Math.sqrt(samples.length / categories.length / count[label]!) },
  );
  return { categories, linear, seen };
}

/** The most likely category, and how likely, 0 to 1. */
export function createTicketClassifier(model: TicketModel): (text: string) => { category: string; confidence: number } {
  const rarity = rarityIn(model.seen);
  return (text) => {
    const chances = softmax(logitsOf(model.linear, featuresOf(normalise(text), rarity)));
    const best = chances.indexOf(Math.max(...chances));
    return { category: model.categories[best]!, confidence: chances[best]! };
  };
}
