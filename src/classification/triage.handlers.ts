/** Suggests category and urgency of a ticket: by what closed tickets taught, until then by the rules. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Model } from 'mongoose';
import type { Logger } from 'pino';
import { createTicketClassifier, type Suggestion } from '../../knowledge/matcher/index.js';
import type { Sweep } from '../context.js';
import { firstMentioned, type Rule } from '../sla/rules.js';
import type { ModelRow } from './models.store.js';
import { aspects, isWorthLearning, SURE, type Aspect, type Filed, type Suggested } from './triage.js';
import type { Learned, Lesson } from './triage.worker.js';

type Classify = (text: string) => Suggestion[];

export function createTriage(deps: {
  models: Model<ModelRow>;
  rules: Record<Aspect, readonly Rule[]>;
  impacts: readonly Rule[];
  /** Closed tickets that may be learned from, newest first. */
  closed: { count(): Promise<number>; read(): Promise<Filed[]> };
  log: Logger;
  /** The bundled worker, when it is not beside the running program. */
  workerUrl?: URL;
}) {
  const { models, rules, closed, log } = deps;
  const workerUrl = deps.workerUrl ?? new URL('./triage-worker.js', import.meta.url);
  const taught = new Map<Aspect, { at: number; classify?: Classify }>();

  async function train(lesson: Lesson): Promise<Record<Aspect, Learned>> {
    const worker = new Worker(workerUrl, { workerData: lesson, execArgv: [] });
    worker.unref();
    const [learned] = (await once(worker, 'message')) as [Record<Aspect, Learned>];
    return learned;
  }

  /** Takes over what any process has learned; resolves to 0, as nothing of anybody's moved. */
  async function refresh(): Promise<number> {
    for (const { _id, at } of await models.find({}, { at: 1 }).lean<ModelRow[]>().exec()) {
      if (taught.get(_id)?.at === at.getTime()) continue;
      const row = await models.findById(_id).lean<ModelRow | null>().exec();
      if (row)
        taught.set(_id, {
          at: row.at.getTime(),
          ...(row.model ? { classify: createTicketClassifier(row.model) } : {}),
        });
    }
    return 0;
  }

  const training: Sweep = {
    name: 'triage-training',
    seconds: 3600,
    long: true,
    async run(now) {
      const tickets = await closed.count();
      const before = await models.findById('category', { tickets: 1 }).lean<ModelRow | null>().exec();
      if (!isWorthLearning(tickets, before?.tickets)) return 0;
      const learned = await train({ tickets: await closed.read(), rules });
      for (const aspect of aspects) {
        const { model, ...measured } = learned[aspect];
        const isBetter = model !== undefined && measured.accuracy >= measured.rules;
        log[isBetter ? 'info' : 'warn'](
          { aspect, tickets, ...measured },
          isBetter
            ? 'tickets are filed by what closed ones taught'
            : 'what was learned is worse than the rules: not taken',
        );
        const row = { _id: aspect, at: now, tickets, ...measured, ...(isBetter ? { model } : {}) };
        await models.replaceOne({ _id: aspect }, row, { upsert: true }).exec();
      }
      await refresh();
      return 1;
    },
  };

  /** Nothing is said of what is not sure; a label that no rule knows any more is not suggested. */
  function suggestOne(aspect: Aspect, words: string): string | undefined {
    const classify = taught.get(aspect)?.classify;
    if (!classify) return firstMentioned(rules[aspect], words);
    const [best] = classify(words);
    return best && best.confidence >= SURE && rules[aspect].some(({ id }) => id === best.category)
      ? best.category
      : undefined;
  }

  return {
    sweeps: [training],
    everywhere: [{ name: 'triage', seconds: 60, run: refresh }],
    refresh,
    suggest(words: string): Suggested {
      const [category, urgency] = aspects.map((aspect) => suggestOne(aspect, words));
      const impact = firstMentioned(deps.impacts, words);
      return { ...(category ? { category } : {}), ...(urgency ? { urgency } : {}), ...(impact ? { impact } : {}) };
    },
  };
}
