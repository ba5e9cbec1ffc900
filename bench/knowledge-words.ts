/** What people mean by free words: the desk's ranking of acts and articles, and natural's classifiers beside it. */
import type { Knowledge, Language } from '../knowledge/matcher/index.js';
import { samplesOf, type Intent } from '../src/language/intents.js';
import { createEar, type Ear } from '../src/meaning/meaning.library.js';
import { mattersIn, meaningOf, type Meaning } from '../src/meaning/meaning.js';
import { calibrationError, quantile } from './knowledge-measures.js';
import { createBayes, createLogistic } from './knowledge-peers.js';

/** A labelled message; `also` are readings just as good. */
export interface Said {
  say: string;
  lang: Language;
  scene: { role?: string; tickets?: number; requests?: number; approvals?: number; place?: string };
  intent: Intent;
  also: Intent[];
}

const CONFIDENT = 0.8;
const DONE = 0.5;
/** Messages that ask nothing of the desk itself; some action is too much for them. */
const ASIDE: ReadonlySet<Intent> = new Set(['knowledge', 'out-of-scope', 'unclear']);
const TODAY = '2026-02-11';

type Desk = { knowledge: Knowledge; ear: Ear };

function meant({ knowledge, ear }: Desk, { say, scene }: Pick<Said, 'say' | 'scene'>): Meaning {
  const audience = scene.role === 'agent' ? 'agents' : 'everyone';
  const [best] = knowledge.rank(say, { audience, today: TODAY });
  const matters = mattersIn(say);
  const parts = matters.length > 1 ? matters.map(ear.listen) : [];
  const { tickets = 0, requests = 0, approvals = 0, place } = scene;
  const state = { tickets, requests, approvals, inThread: place === 'thread' };
  return meaningOf(say, ear.listen(say), parts, best?.confidence ?? 0, state)[0]!;
}

/** Shares between 0 and 1; the calibration error too. */
export function judgeSaid(knowledge: Knowledge, all: Said[]): Record<string, number> {
  const desk = { knowledge, ear: createEar(knowledge) };
  const judged = all.map((said) => {
    const { intent, confidence } = meant(desk, said);
    return {
      confidence,
      intent,
      isAside: ASIDE.has(said.intent),
      isRight: [said.intent, ...said.also].includes(intent),
    };
  });
  const aside = judged.filter(({ isAside }) => isAside);
  const share = <T>(of: T[], fits: (one: T) => boolean): number => of.filter(fits).length / of.length;
  return {
    first: share(judged, ({ isRight }) => isRight),
    confidentlyWrong: share(judged, ({ isRight, confidence }) => !isRight && confidence >= CONFIDENT),
    overTriggered: share(aside, (one) => !one.isRight && !ASIDE.has(one.intent) && one.confidence >= DONE),
    calibration: calibrationError(judged),
  };
}

/** natural reads no Chinese, so it gets characters and pairs of them. */
const termsOf = (words: string, lang: Language): string | string[] =>
  lang === 'en' ? words : Array.from(words).flatMap((char, i, all) => [char, char + (all[i + 1] ?? '')]);

/** Its logistic regression takes minutes from some hundreds of examples on. */
const MOST_LOGISTIC = 3;

/** How often the first meaning is right, of classifiers that learn from the same examples as the desk. */
export async function judgePeers(all: Said[], lang: Language): Promise<[string, number][]> {
  const few = new Map<Intent, number>();
  const samples = [...samplesOf(lang)];
  const fewSamples = samples.filter(({ label }) => {
    few.set(label, (few.get(label) ?? 0) + 1);
    return few.get(label)! <= MOST_LOGISTIC;
  });
  const engines = [
    ['natural Bayes', await createBayes(), samples],
    [`natural logistic regression, ${MOST_LOGISTIC} examples each`, await createLogistic(), fewSamples],
  ] as const;
  return engines.map(([name, engine, learned]) => {
    for (const { words, label } of learned) engine.addDocument(termsOf(words, lang), label);
    engine.train();
    const right = all.filter(({ say, intent, also }) =>
      [intent, ...also].includes(engine.classify(termsOf(say, lang)) as Intent),
    );
    return [name, right.length / all.length];
  });
}

/** Other programs disturb some of the rounds. */
const ROUNDS = 7;

/** Milliseconds that a message takes to be ranked, by quantiles over all messages. */
export interface Speed {
  p50: number;
  p99: number;
}

/** Whatever the measure, the articles near to a message were read before. */
export interface Speeds {
  /** In the quickest round. */
  round: Speed;
  /** Each message counts by its own quickest round. */
  undisturbed: Speed;
  /** Processor time of the whole process, collecting of garbage too, in the round that took least. */
  processor: Speed;
}

export function timeSaid(knowledge: Knowledge, all: Said[]): Speeds {
  const desk = { knowledge, ear: createEar(knowledge) };
  const timed = () =>
    all.map((said) => {
      const before = process.cpuUsage();
      const start = performance.now();
      meant(desk, said);
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      return { wall, processor: (user + system) / 1000 };
    });
  timed();
  const rounds = Array.from({ length: ROUNDS }, timed);
  const quickest = (of: 'wall' | 'processor'): Speed =>
    rounds.map((times) => speedOf(times.map((time) => time[of]))).toSorted((one, other) => one.p99 - other.p99)[0]!;
  return {
    round: quickest('wall'),
    undisturbed: speedOf(all.map((_, i) => Math.min(...rounds.map((times) => times[i]!.wall)))),
    processor: quickest('processor'),
  };
}

const speedOf = (times: number[]): Speed => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
