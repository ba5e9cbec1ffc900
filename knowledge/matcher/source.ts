/** Text files that people write: their letters and their YAML. What is wrong is told with its line and the remedy. Pure. */
import { isUtf8 } from 'node:buffer';
import { CST, isScalar, LineCounter, parseDocument, Parser, visit } from 'yaml';
import { keep, recall } from './cache.js';

/** Why a file cannot be read, as the beginning of a sentence; `line` counts from 1. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const SAVE = 'save it as UTF-8';
const LINE_END = 10;

/** The text of a file, without the mark that some editors put before it. @throws Unreadable when it is not UTF-8 */
export function textOf(bytes: Buffer): string {
  const isMarked = [0xfeff, 0xfffe].includes(bytes.length > 1 ? bytes.readUInt16BE(0) : 0);
  // Latin letters have a zero beside them in UTF-16; no text in UTF-8 has one.
  if (isMarked || bytes.subarray(0, 200).includes(0)) throw new Unreadable('not UTF-8 but UTF-16', 1, SAVE);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  let line = 1;
  for (let from = 0, to = bytes.indexOf(LINE_END); to >= 0 && isUtf8(bytes.subarray(from, to)); line++) {
    from = to + 1;
    to = bytes.indexOf(LINE_END, from);
  }
  throw new Unreadable('not UTF-8 but Latin-1 or the like', line, SAVE);
}

export type Yaml = {
  value: unknown;
  /** The line, from 1, on which what is at this path stands, or the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
};

/**
 * Values in values, deeper than anybody writes. The library composes what is nested by calling itself, and a pattern that
 * the engine compiles where the stack ends takes the process down.
 */
const DEEPEST = 100;

/** The line, from 1, on which a value is nested too deep; undefined without any. */
function tooDeep(source: string): number | undefined {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  const waiting = tokens.map((token): [CST.Token | null | undefined, number] => [token, 0]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth] = next;
    if (!token) continue;
    if (depth > DEEPEST) return lines.linePos(token.offset).line;
    if (token.type === 'document') waiting.push([token.value, depth]);
    if ('items' in token) for (const { key, value } of token.items) waiting.push([key, depth + 1], [value, depth + 1]);
  }
  return undefined;
}

const QUOTE = 'put values that contain a colon, # or quotes, or begin with * & or !, between quotes';
const remedies: Record<string, string> = {
  MULTIPLE_DOCS: 'remove the line ---, for a file is one document',
  TAB_AS_INDENT: 'indent by two spaces',
  DUPLICATE_KEY: 'keep one of the two',
};
/** The library's own words, where they are for programmers. */
const plainer = (message: string) =>
  message
    .split('\n')[0]!
    .replace(/ at line \d+, column \d+:$/, '')
    .replace(/; please use YAML\.parseAllDocuments\(\)/, '');

/** The value of a YAML document (1.2, with anchors, without merge keys). @throws Unreadable that names the first mistake */
export function readYaml(source: string): Yaml {
  const known = recall('yaml', source) as Pick<Yaml, 'value'> | undefined;
  if (known) return { ...known, lineOf: (path) => parseYaml(source).lineOf(path) };
  const parsed = parseYaml(source);
  keep('yaml', source, { value: parsed.value });
  return parsed;
}

function parseYaml(source: string): Yaml {
  const lines = new LineCounter();
  const wrong = (offset: number | undefined, what: string, remedy: string) =>
    new Unreadable(`not YAML: ${plainer(what)}`, lines.linePos(offset ?? 0).line || 1, remedy);
  let at: number | undefined;
  try {
    const deep = tooDeep(source);
    if (deep !== undefined)
      throw new Unreadable(`not YAML: values in values, deeper than ${DEEPEST}`, deep, 'write it flatter');
    const document = parseDocument(source, { lineCounter: lines });
    const [mistake] = [...document.errors, ...document.warnings];
    if (mistake) throw wrong(mistake.pos[0], mistake.message, remedies[mistake.code] ?? QUOTE);
    visit(document, {
      Alias(_, alias) {
        at ??= alias.range?.[0];
        if (alias.resolve(document)) return;
        throw wrong(alias.range?.[0], `*${alias.source} is an alias of nothing`, QUOTE);
      },
      Pair(_, { key }) {
        if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN')
          throw wrong(key.range?.[0], 'YAML 1.2 has no merge key <<', 'write the keys out');
      },
    });
    const value: unknown = document.toJS();
    const lineOf = (path: readonly PropertyKey[]) => {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line || 1;
      }
      return 1;
    };
    return { value, lineOf };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // Aliases of aliases without end, or brackets in brackets.
    throw wrong(at, (error as Error).message, 'write it out');
  }
}
