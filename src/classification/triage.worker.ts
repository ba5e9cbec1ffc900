/** Learns from closed tickets in a thread of its own, and measures what it learned against the rules. */
import { parentPort, workerData } from 'node:worker_threads';
import { createTicketClassifier, trainTickets, type TicketModel } from '../../knowledge/matcher/classify.js';
import { firstMentioned, type Rule } from '../sla/rules.js';
import { accuracy, aspects, split, type Aspect, type Filed } from './triage.js';

export type Lesson = { tickets: readonly Filed[]; rules: Record<Aspect, readonly Rule[]> };
/** `model` is missing when there was nothing to tell apart. Accuracies are measured on tickets it did not learn from. */
export type Learned = { model?: TicketModel; accuracy: number; rules: number };

function learn(aspect: Aspect, { tickets, rules }: Lesson): Learned {
  const labelled = tickets.flatMap(({ text, [aspect]: label }) => (label ? [{ text, label }] : []));
  const { learn: known, measure } = split(labelled);
  const ruled = accuracy(measure, (text) => firstMentioned(rules[aspect], text));
  if (new Set(known.map(({ label }) => label)).size < 2) return { accuracy: 0, rules: ruled };
  const model = trainTickets(known.map(({ text, label }) => ({ text, category: label })));
  const classify = createTicketClassifier(model);
  return { model, accuracy: accuracy(measure, (text) => classify(text)[0]?.category), rules: ruled };
}

const lesson = workerData as Lesson;
const learned = Object.fromEntries(aspects.map((aspect) => [aspect, learn(aspect, lesson)]));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
parentPort?.postMessage(learned);
