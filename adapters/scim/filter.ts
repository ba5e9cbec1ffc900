/** Reads the filters of SCIM (RFC 7644, 3.4.2.2) that identity providers send: eq, pr, and, or, and value filters. Pure. */
import { withoutSchema } from './attributes.js';
import { ScimError } from './errors.js';

export type Filter =
  | { path: string; is: string | boolean }
  | { path: string; present: true }
  /** `emails[type eq "work"]`, with the rest of the path behind it where there is one. */
  | { path: string; where: Filter }
  | { all: readonly Filter[] }
  | { any: readonly Filter[] };

/** A filter of a provider has a handful of terms. */
const LONGEST = 1_000;
const MOST_TERMS = 40;

const wrong = (detail: string) => new ScimError(400, detail, 'invalidFilter');

type Token = { kind: 'sign'; text: string } | { kind: 'word'; text: string } | { kind: 'text'; text: string };

/** A text in quotes, as JSON has it, from where it begins. */
function quoted(source: string, from: number): string {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '"') return source.slice(from, at + 1);
  }
  throw wrong('A text in the filter has no closing quote');
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const sign = source[at]!;
    if (sign === ' ') at += 1;
    else if ('()[]'.includes(sign)) {
      tokens.push({ kind: 'sign', text: sign });
      at += 1;
    } else if (sign === '"') {
      const raw = quoted(source, at);
      at += raw.length;
      tokens.push({ kind: 'text', text: parseText(raw) });
    } else {
      let end = at;
      while (end < source.length && !' ()[]"'.includes(source[end]!)) end += 1;
      tokens.push({ kind: 'word', text: source.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

function parseText(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    throw wrong(`${raw} is no text`);
  }
}

/** @throws ScimError when it cannot be read, or asks for more than the desk answers. */
export function readFilter(source: string): Filter {
  if (source.length > LONGEST) throw wrong(`A filter has at most ${LONGEST} characters`);
  const tokens = tokensOf(source);
  let at = 0;
  let terms = 0;
  const isNext = (text: string) => tokens[at]?.kind !== 'text' && tokens[at]?.text.toLowerCase() === text;
  const take = (text: string): boolean => {
    if (!isNext(text)) return false;
    at += 1;
    return true;
  };
  const need = (text: string) => {
    if (!take(text)) throw wrong(`The filter lacks a ${text}`);
  };

  function value(): string | boolean {
    const token = tokens[at++];
    if (token?.kind === 'text') return token.text;
    const said = token?.text.toLowerCase();
    if (token?.kind === 'word' && (said === 'true' || said === 'false')) return said === 'true';
    if (token?.kind === 'word' && /^\d{1,18}$/.test(token.text)) return token.text;
    throw wrong('The filter compares with something that is no text in quotes, true or false');
  }

  function term(): Filter {
    if (++terms > MOST_TERMS) throw wrong(`A filter has at most ${MOST_TERMS} terms`);
    if (take('(')) {
      const inner = either();
      need(')');
      return inner;
    }
    const token = tokens[at++];
    if (token?.kind !== 'word') throw wrong('The filter lacks the name of an attribute');
    let path = withoutSchema(token.text);
    if (take('[')) {
      const where = either();
      need(']');
      const next = tokens[at];
      if (next?.kind !== 'word' || !next.text.startsWith('.')) return { path, where };
      at += 1;
      const { path: rest, ...compared } = comparison(next.text.slice(1));
      return { path, where: { all: [where, { path: rest, ...compared }] } };
    }
    path = path.replace(/\.$/, '');
    return comparison(path);
  }

  function comparison(path: string): Extract<Filter, { path: string }> {
    if (take('pr')) return { path, present: true };
    if (take('eq')) return { path, is: value() };
    throw wrong(`The desk knows the operators eq and pr; the filter has ${tokens[at]?.text ?? 'none'} after ${path}`);
  }

  function both(): Filter {
    const all = [term()];
    while (take('and')) all.push(term());
    return all.length === 1 ? all[0]! : { all };
  }
  function either(): Filter {
    const any = [both()];
    while (take('or')) any.push(both());
    return any.length === 1 ? any[0]! : { any };
  }

  const filter = either();
  if (at < tokens.length) throw wrong(`The filter cannot be read from ${tokens[at]!.text} on`);
  return filter;
}

/** Whether a value with these parts is one that the filter means; texts are the same in any case. */
export function matches(filter: Filter, values: Readonly<Record<string, unknown>>): boolean {
  if ('all' in filter) return filter.all.every((each) => matches(each, values));
  if ('any' in filter) return filter.any.some((each) => matches(each, values));
  const [, found] = Object.entries(values).find(([name]) => name.toLowerCase() === filter.path.toLowerCase()) ?? [];
  if ('present' in filter) return found !== undefined;
  if ('where' in filter) return false;
  // Entra ID compares booleans with texts: primary eq "True".
  const said = typeof found === 'boolean' ? String(found) : found;
  return typeof said === 'string' && said.toLowerCase() === String(filter.is).toLowerCase();
}

/** What a value must have to be meant by a filter, as far as it says so: the parts of one that is made for it. */
export function meantBy(filter: Filter): Record<string, string | boolean> {
  if ('all' in filter) return Object.assign({}, ...filter.all.map(meantBy)) as Record<string, string | boolean>;
  return 'is' in filter ? { [filter.path]: filter.is } : {};
}
