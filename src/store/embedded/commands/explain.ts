import { doc, integer, isDoc, type Doc, type Value } from '../bson/types.js';
import { badValue, unsupported } from '../errors.js';
import type { Plan } from '../plan/planner.js';
import { prepare } from '../plan/run.js';
import { isMultikey } from '../storage/indexes.js';
import { collectionOf, databaseOf, namespaceOf, ok, type Command } from './command.js';
import { findQuery } from './find.js';

function describe(plan: Plan): Doc {
  if (plan.kind === 'collection') return doc({ stage: 'COLLSCAN', direction: 'forward' });
  if (plan.kind === 'union') return doc({ stage: 'OR', inputStages: plan.plans.map(describe) });
  const { index, reverse } = plan;
  const scan = doc({
    stage: 'IXSCAN',
    keyPattern: index.spec.get('key') ?? null,
    indexName: index.name,
    isMultiKey: isMultikey(index),
    direction: reverse ? 'backward' : 'forward',
  });
  return doc({ stage: 'FETCH', inputStage: scan });
}

const sortStage = (inputStage: Doc): Doc => doc({ stage: 'SORT', inputStage });

/** Explains a find: the plan, and what running it cost. */
export const explain: Command = {
  kind: 'read',
  options: ['verbosity'],
  run(store, request) {
    const [inner] = request.body.values();
    if (!isDoc(inner)) throw badValue('explain needs a command');
    const [name] = inner.keys();
    if (name !== 'find') throw unsupported(`explain of ${name ?? 'nothing'}`);
    const find = { body: new Map<string, Value>([...inner, ['$db', databaseOf(request)]]), sequences: new Map() };
    const { db, name: collectionName } = namespaceOf(find);
    const collection = collectionOf(store, find);
    const planner = (winningPlan: Doc) => doc({ namespace: `${db}.${collectionName}`, winningPlan, rejectedPlans: [] });
    if (!collection) return ok({ queryPlanner: planner(doc({ stage: 'EOF' })) });

    const query = findQuery(inner);
    const { plan, isSorted, cost, results } = prepare(query, collection, store.environment, store.records);
    const queryPlanner = planner(isSorted ? describe(plan) : sortStage(describe(plan)));
    if (request.body.get('verbosity') === 'queryPlanner') return ok({ queryPlanner });
    const nReturned = [...results()].length;
    const executionStats = doc({
      executionSuccess: true,
      nReturned: integer(nReturned),
      totalKeysExamined: integer(cost.keys),
      totalDocsExamined: integer(cost.documents),
    });
    return ok({ queryPlanner, executionStats });
  },
};
