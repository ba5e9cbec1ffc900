/** Passwords, codes and keys that somebody typed, wanted or not. Pure. */
import { phrasesOf } from '../language/phrases.js';

type Kind = 'password' | 'code' | 'one-time code' | 'key' | 'account';

const named = phrasesOf<Kind>([
  ['password', 'password|passwd$|passwort|pwd$|pw$|passcode|passphrase|pass$|口令|密码'.split('|')],
  ['code', 'pin$|pin code$|code$|取款码|pin码'.split('|')],
  ['one-time code', 'otp$|one-time code$|验证码|动态码'.split('|')],
  ['key', 'token$|api key$|api-key$|api_key$|apikey$|secret$|secret key$|密钥|令牌'.split('|')],
  ['account', 'login$|user$|username$|user name$|账号|登录名|用户名'.split('|')],
]);

/** What may stand between a name and its value. */
const links = [
  'is',
  'was',
  'are',
  'now',
  'to',
  '=',
  ':',
  '：',
  '是',
  '为',
  '改成了',
  '改成',
  '设成了',
  '设成',
  '叫',
  '还是',
];
const LONGEST = 1000;
/** Values that come alone and are what they look like. */
const unmistakable = [
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/,
  /\b(?:sk|pk|ghp|gho|xoxb|xoxa|xoxp|AKIA|glpat)[-_]?[A-Za-z0-9_-]{10,80}/,
];

const hasDigit = (value: string): boolean => /\d/.test(value);
const hasSign = (value: string): boolean => /[!@#$%^&*+?~=_]/.test(value.slice(0, -1)) || /[!@#$%^&*]$/.test(value);
const hasLetter = (value: string): boolean => /[a-z]/i.test(value);

/** The value behind a name: what is linked to it, or follows it at once. */
function valueBehind(words: string, at: number): { value: string; isLinked: boolean } {
  let rest = words.slice(at, at + 120).trimStart();
  let isLinked = false;
  for (let link: string | undefined; (link = linkAt(rest));) {
    rest = rest.slice(link.length).trimStart();
    isLinked = true;
  }
  const [value = ''] = /^["“'‘]?([\x21-\x7e]{1,80})/.exec(rest)?.slice(1) ?? [];
  return { value: value.replace(/["'.,;)]{1,3}$/, ''), isLinked };
}

const linkAt = (rest: string): string | undefined =>
  links.find(
    (each) =>
      rest.toLowerCase().startsWith(each) && !(/^[a-z]/.test(each) && /^[a-z\d]/i.test(rest.slice(each.length))),
  );

const judges: Record<Kind, (value: string, isLinked: boolean) => boolean> = {
  password: (value, isLinked) =>
    isLinked
      ? value.length >= 4 && (hasDigit(value) || hasSign(value))
      : value.length >= 6 && hasDigit(value) && (hasLetter(value) || hasSign(value)) && !value.includes('://'),
  code: (value, isLinked) => isLinked && /^\d{4,8}$/.test(value),
  'one-time code': (value) => /^\d{4,8}$/.test(value),
  key: (value, isLinked) => isLinked && value.length >= 8 && hasDigit(value),
  account(value) {
    const [, second = ''] = value.split(/[/,，]/);
    return second.length >= 6 && hasDigit(second) && hasSign(second);
  },
};

/** One word of small and large letters, digits and signs is a password, and no address, file or number of a version. */
const isAlone = (word: string): boolean =>
  /^[\x21-\x7e]{8,40}$/.test(word) &&
  !/[/\\@.]/.test(word) &&
  [/[a-z]/, /[A-Z]/, /\d/, /[!#$%^&*+?~=_]/].every((kind) => kind.test(word));

/** A typed password, code or key. */
export function secretIn(said: string): string | undefined {
  const words = said.slice(0, LONGEST);
  for (const pattern of unmistakable) {
    const [found] = pattern.exec(words) ?? [];
    if (found) return found;
  }
  if (isAlone(words.trim())) return words.trim();
  for (const { name, to } of named(words.toLowerCase())) {
    const { value, isLinked } = valueBehind(words, to);
    if (judges[name](value, isLinked)) return value;
    // `login anna / Summer24!`
    const [pair] =
      name === 'account'
        ? (/^\s{0,3}[:：=]?\s{0,3}\S{1,40}\s{0,3}[/,，]\s{0,3}\S{6,40}/.exec(words.slice(to)) ?? [])
        : [];
    if (pair && judges.account(pair.replace(/\s/g, ''), true)) return pair;
  }
  return undefined;
}
