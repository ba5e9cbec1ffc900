import { BSONRegExp } from 'bson';
import { badValue, unsupported } from '../errors.js';

/** The characters a JavaScript pattern in Unicode mode lets be escaped. */
const ESCAPABLE = /[\^$\\.*+?()[\]{}|/]/;
const SPACES = ' \\t\\n\\v\\f\\r';

/**
 * Turns a PCRE pattern into a JavaScript one of the same meaning. What only PCRE knows (`\A`, `\Q`, `(?i)`, possessive
 * quantifiers, POSIX classes) is a syntax error in Unicode mode, and so is refused rather than misread.
 */
function translate(pattern: string, multiline: boolean): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '\\') result += translateEscape(pattern[++i] ?? '', inClass, pattern);
    else if (inClass) {
      inClass = char !== ']';
      result += char;
    } else if (char === '[') {
      inClass = true;
      result += char;
    } else if (char === '$') result += multiline ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))';
    else if (char === '^') result += multiline ? '(?<=\\n|(?<![^]))' : char;
    else if (char === '.') result += '(?:.|[\\r\\u2028\\u2029])';
    else result += char;
  }
  return result;
}

function translateEscape(char: string, inClass: boolean, pattern: string): string {
  if (char === 's') return inClass ? SPACES : `[${SPACES}]`;
  if (char === 'S' && !inClass) return `[^${SPACES}]`;
  if (char === 'S' || char === 'v') throw unsupported(`\\${char} in the regular expression /${pattern}/`);
  if (/[\w\s]/.test(char) || ESCAPABLE.test(char) || char === '') return `\\${char}`;
  return `\\u{${char.codePointAt(0)?.toString(16)}}`;
}

/** Compiles MongoDB's regular expression with its options (i, m, s; u changes nothing). */
export function compileRegex(regex: BSONRegExp): RegExp {
  const unknown = /[^imsu]/.exec(regex.options);
  if (unknown) throw unsupported(`the regular expression option ${unknown[0]}`);
  const flags = ['i', 's'].filter((flag) => regex.options.includes(flag)).join('');
  try {
    return new RegExp(translate(regex.pattern, regex.options.includes('m')), `${flags}u`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badValue(`Regular expression is invalid or not supported by the embedded store: /${regex.pattern}/`);
  }
}
