/**
 * Multinomial logistic regression over hashed sparse features, trained by stochastic gradient descent. Small, quick to
 * train, and it can go on learning one sample at a time.
 */
import type { Work } from './slices.js';

export interface Sparse {
  /** Hashes of the features, each once. */
  ids: Int32Array;
  /** Their values; the vector has length 1. */
  values: Float32Array;
}

export interface LinearModel {
  classes: number;
  /** A power of two; feature hashes are taken modulo this. */
  width: number;
  /** weights[feature * classes + class] */
  weights: Float32Array;
  bias: Float32Array;
}

export interface Training {
  epochs: number;
  /** First learning rate; it falls to a tenth in a straight line. */
  rate: number;
  /** Weight of one sample, by its label and its place among all; e.g. to balance rare classes. */
  weightOf?: (label: number, sample: number) => number;
}

export const createLinearModel = (classes: number, width: number): LinearModel => ({
  classes,
  width,
  weights: new Float32Array(classes * width),
  bias: new Float32Array(classes),
});

/** How strongly the sample speaks for each class; the returned array is new. */
export function logitsOf(model: LinearModel, { ids, values }: Sparse): Float32Array {
  const { classes, weights } = model;
  const logits = model.bias.slice();
  const mask = model.width - 1;
  for (let i = 0; i < ids.length; i++) {
    const row = (ids[i]! & mask) * classes;
    const value = values[i]!;
    for (let c = 0; c < classes; c++) logits[c]! += value * weights[row + c]!;
  }
  return logits;
}

/** Turns logits into probabilities, in place. */
export function softmax(logits: Float32Array): Float32Array {
  let max = -Infinity;
  for (const one of logits) if (one > max) max = one;
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp(logits[c]! - max);
  for (let c = 0; c < logits.length; c++) logits[c]! /= sum;
  return logits;
}

/** Classes whose probability is off by less than this are left as they are. */
const NEGLIGIBLE = 1e-2;

/** One step towards calling the sample by its label. */
export function learnOne(model: LinearModel, sample: Sparse, label: number, rate: number): void {
  const { classes, weights, bias } = model;
  const mask = model.width - 1;
  const step = softmax(logitsOf(model, sample));
  const touched = new Uint32Array(classes);
  let count = 0;
  for (let c = 0; c < classes; c++) {
    step[c] = rate * ((c === label ? 1 : 0) - step[c]!);
    if (Math.abs(step[c]!) > NEGLIGIBLE * rate) touched[count++] = c;
  }
  for (let k = 0; k < count; k++) bias[touched[k]!]! += 0.05 * step[touched[k]!]!;
  for (let i = 0; i < sample.ids.length; i++) {
    const row = (sample.ids[i]! & mask) * classes;
    const value = sample.values[i]!;
    for (let k = 0; k < count; k++) {
      const c = touched[k]!;
      weights[row + c]! += value * step[c]!;
    }
  }
}

/** Goes through the samples in an order that is shuffled, and the same every time. */
export function* train(
  model: LinearModel,
  samples: Sparse[],
  labels: ArrayLike<number>,
  training: Training,
): Work<void> {
  const order = Uint32Array.from(samples, (_, i) => i);
  let seed = 1;
  const steps = training.epochs * samples.length;
  for (let step = 0, epoch = 0; epoch < training.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const rate = training.rate * (1 - (0.9 * step++) / steps);
      const label = labels[i]!;
      learnOne(model, samples[i]!, label, rate * (training.weightOf?.(label, i) ?? 1));
      yield;
    }
  }
}

/** A model as JSON: a byte per weight, which changes no decision worth naming. */
export interface PackedLinear {
  width: number;
  bias: number[];
  /** Of each class: what a weight of 127 stands for. */
  scale: number[];
  /** base64 */
  weights: string;
}

const FINEST = 127;

export function packLinear({ classes, width, weights, bias }: LinearModel): PackedLinear {
  const scale = Array.from(bias, () => 0);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < weights.length; row += classes)
    for (let c = 0; c < classes; c++) scale[c] = Math.max(scale[c]!, Math.abs(weights[row + c]!));
  for (let row = 0; row < weights.length; row += classes)
    for (let c = 0; c < classes; c++) bytes[row + c] = Math.round((FINEST * weights[row + c]!) / (scale[c]! || 1));
  return { width, bias: [...bias], scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}

export function unpackLinear({ width, bias, scale, weights: packed }: PackedLinear): LinearModel {
  const { buffer, byteOffset, length } = Buffer.from(packed, 'base64');
  const bytes = new Int8Array(buffer, byteOffset, length);
  const classes = bias.length;
  const weights = new Float32Array(bytes.length);
  const steps = scale.map((one) => one / FINEST);
  for (let row = 0; row < weights.length; row += classes)
    for (let c = 0; c < classes; c++) weights[row + c] = steps[c]! * bytes[row + c]!;
  return { classes, width, weights, bias: Float32Array.from(bias) };
}
