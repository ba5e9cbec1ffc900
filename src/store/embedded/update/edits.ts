import { Decimal128, Int32, Timestamp } from 'bson';
import { compare } from '../bson/compare.js';
import { arithmetic, type Numeric } from '../bson/numbers.js';
import { isDoc, isNumber, typeOf, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { show } from '../bson/show.js';
import { addToSet, pop, pull, pullAll, push } from './array-edits.js';
import type { Edit } from './change.js';

const creating = (apply: Edit['apply']): Edit => ({ creates: true, apply });

function zeroLike(value: Numeric): Numeric {
  if (value instanceof Int32) return new Int32(0);
  if (value instanceof Decimal128) return Decimal128.fromString('0');
  return typeof value === 'bigint' ? 0n : 0;
}

function calculate(name: '$inc' | '$mul', operand: Value): Edit {
  if (!isNumber(operand)) {
    const verb = name === '$inc' ? 'increment' : 'multiply';
    throw new StoreError(14, `Cannot ${verb} with non-numeric argument: ${show(operand)}`);
  }
  return creating((current, path) => {
    if (current === undefined) return name === '$inc' ? operand : zeroLike(operand);
    if (!isNumber(current)) {
      const type = typeOf(current).alias;
      throw new StoreError(14, `Cannot apply ${name} to a value of non-numeric type: '${path}' is of type ${type}`);
    }
    const result = arithmetic(name === '$inc' ? 'add' : 'multiply', current, operand);
    if (result === 'overflow') throw badValue(`Failed to apply ${name} operations to current value (${show(current)})`);
    if (result === 'unsupported') throw unsupported(`${name} with Decimal128`);
    return result;
  });
}

const extreme = (direction: 1 | -1, operand: Value) =>
  creating((current) => (current === undefined || compare(operand, current) * direction > 0 ? operand : current));

function currentDate(operand: Value): Edit {
  const type = isDoc(operand) ? operand.get('$type') : operand === true || operand === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp') {
    throw badValue("$currentDate needs true, { $type: 'date' } or { $type: 'timestamp' }");
  }
  return creating(() => {
    const now = new Date();
    return type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  });
}

/** The edit of an operator with its operand; undefined for an operator that is not one on a single path. */
export function editFor(operator: string, operand: Value): Edit | undefined {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return creating(() => operand);
    case '$unset':
      return { creates: false, apply: () => undefined };
    case '$inc':
    case '$mul':
      return calculate(operator, operand);
    case '$min':
      return extreme(-1, operand);
    case '$max':
      return extreme(1, operand);
    case '$currentDate':
      return currentDate(operand);
    case '$push':
      return push(operand);
    case '$addToSet':
      return addToSet(operand);
    case '$pop':
      return pop(operand);
    case '$pull':
      return pull(operand);
    case '$pullAll':
      return pullAll(operand);
    default:
      return undefined;
  }
}
