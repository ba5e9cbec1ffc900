import { isDoc, type Doc, type Value } from '../bson/types.js';
import { StoreError } from '../errors.js';
import { compileFilter, isOperators } from '../query/match.js';

const ALLOWED = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

/** Refuses what MongoDB does not take as the condition of a partial index. */
export function requirePartialFilter(filter: Doc): void {
  compileFilter(filter);
  for (const [name, value] of filter) {
    if (name === '$and' || name === '$or') {
      for (const clause of Array.isArray(value) ? value : []) if (isDoc(clause)) requirePartialFilter(clause);
    } else if (name.startsWith('$') || !isAllowed(value)) {
      throw new StoreError(67, `Expression not supported in partial index: ${name}`);
    }
  }
}

function isAllowed(value: Value): boolean {
  if (!isOperators(value)) return true;
  return [...value].every(
    ([operator, operand]) => ALLOWED.has(operator) && !(operator === '$exists' && operand !== true),
  );
}
