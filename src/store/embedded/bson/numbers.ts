import { Decimal128, Int32 } from 'bson';

export type Numeric = number | Int32 | bigint | Decimal128;

/** An exact number: coefficient × 10^exponent. */
interface Exact {
  coefficient: bigint;
  exponent: number;
}

const powerOfTen = (exponent: number) => 10n ** BigInt(exponent);

function exactDouble(value: number): Exact {
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  const raw = bits.readBigUInt64BE();
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = (biased === 0 ? fraction : fraction | (1n << 52n)) * (raw >> 63n ? -1n : 1n);
  const power = (biased === 0 ? 1 : biased) - 1075;
  return power >= 0
    ? { coefficient: mantissa << BigInt(power), exponent: 0 }
    : { coefficient: mantissa * 5n ** BigInt(-power), exponent: power };
}

function exactDecimal(text: string): Exact {
  const [digits = '', exponent = '0'] = text.split('E');
  const [whole = '', fraction = ''] = digits.split('.');
  return { coefficient: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function compareExact(a: Exact, b: Exact): number {
  const shift = Math.min(a.exponent, b.exponent);
  const left = a.coefficient * powerOfTen(a.exponent - shift);
  const right = b.coefficient * powerOfTen(b.exponent - shift);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A decimal that a double cannot hold stays text; everything else becomes a number or a bigint. */
function plain(value: Numeric): number | bigint | Decimal128 {
  if (value instanceof Int32) return value.value;
  if (!(value instanceof Decimal128)) return value;
  const text = value.toString();
  return /^-?Infinity$|^NaN$/.test(text) ? Number(text) : value;
}

/** Compares numbers of all BSON types by value, exactly; NaN equals NaN and comes first. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const left = plain(a);
  const right = plain(b);
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  const isDecimal = left instanceof Decimal128 || right instanceof Decimal128;
  const infinity = [left, right].some((side) => side === Infinity || side === -Infinity);
  if (!isDecimal || infinity) {
    const l = left instanceof Decimal128 ? 0 : left;
    const r = right instanceof Decimal128 ? 0 : right;
    return l < r ? -1 : l > r ? 1 : 0;
  }
  return compareExact(exact(left), exact(right));
}

function exact(value: number | bigint | Decimal128): Exact {
  if (typeof value === 'number') return exactDouble(value);
  return typeof value === 'bigint' ? { coefficient: value, exponent: 0 } : exactDecimal(value.toString());
}

/** The integer part of a decimal, or undefined when it is not finite. */
export function integerPart(value: Decimal128): bigint | undefined {
  const text = value.toString();
  if (/Infinity|NaN/.test(text)) return undefined;
  const { coefficient, exponent } = exactDecimal(text);
  return exponent >= 0 ? coefficient * powerOfTen(exponent) : coefficient / powerOfTen(-exponent);
}

const INT64_MAX = 2n ** 63n - 1n;

/** Adds or multiplies as MongoDB's `$inc` and `$mul` do: the wider type wins, an int that overflows becomes a long. */
export function arithmetic(operator: 'add' | 'multiply', a: Numeric, b: Numeric): Numeric | 'overflow' | 'unsupported' {
  if (a instanceof Decimal128 || b instanceof Decimal128) return 'unsupported';
  if (typeof a === 'number' || typeof b === 'number') {
    const [left, right] = [Number(a instanceof Int32 ? a.value : a), Number(b instanceof Int32 ? b.value : b)];
    return operator === 'add' ? left + right : left * right;
  }
  const [left, right] = [BigInt(a instanceof Int32 ? a.value : a), BigInt(b instanceof Int32 ? b.value : b)];
  const result = operator === 'add' ? left + right : left * right;
  if (result > INT64_MAX || result < -INT64_MAX - 1n) return 'overflow';
  const fits = a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, result) === result;
  return fits ? new Int32(Number(result)) : result;
}
