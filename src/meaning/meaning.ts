/** What a message means: all acts and the articles in one ranking, by its words and by the state that it is said in. Pure. */
import type { Intent } from '../language/intents.js';

export type Meaning = { intent: Intent; confidence: number };

/** What the desk knows about a person who says something. */
export type Scene = {
  /** Their own open tickets, requests for access, and decisions that wait for them. */
  tickets: number;
  requests: number;
  approvals: number;
  /** Beneath a card or an answer of the desk. */
  inThread: boolean;
};

/** Structure tells more than words: a log, a forwarded mail, a password. */
const pasted =
  /^traceback \(most recent|^\s*at [\w.$]+\(.*:\d+\)|^-{2,} ?(?:forwarded|original|转发|原始)|^begin forwarded|^(?:from|发件人) ?[:：].*\n|^>+ |\n>+ |^(?:fwd?|fw|转发) ?[:：]|\bevent id \d|\b(?:error|fatal|warn(?:ing)?|info)\b[\]: ].*\n.*\n|^\d{4}-\d\d-\d\d[ t]\d\d:\d\d|exception in thread|\w+(?:error|exception): .*\n?/im;
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:sk|pk|ghp|gho|xox[bap]|AKIA)[-_]?[A-Za-z0-9-]{10,}/,
  /(?:password|passwd|pwd|pw|passcode|passphrase|pass|口令|密码)\s*(?:is|was|=|:|：|是|为|改成了?|设成了?|叫)\s*["“]?(?=\S*[\d!@#$%^&*])\S{4,}/i,
  /(?:密码|口令)\s*(?=[\x21-\x7e]*\d)[\x21-\x7e]{5,}/,
  /\b(?:password|pw|pwd)\s+(?=\S*\d)(?=\S*[a-z])\S{6,}/i,
  /\b(?:pin|pin code|otp|one-time code)\s*(?:code)?\s*(?:is|=|:|：|是)\s*\d{4,8}\b|(?:pin|PIN|验证码|取款码)\s*码?\s*(?:是|为|：|:)\s*\d{4,8}/i,
  /\b(?:token|api[ _-]?key|secret|密钥)\s*(?:is|=|:|：|是)\s*\S{8,}/i,
  /\b(?:login|user(?:name)?|账号|登录名)\s*[:：=]?\s*\S+\s*[/,，]\s*(?=\S*\d)(?=\S*[!@#$%^&*])\S{6,}/i,
];

/** A typed password, code or key. */
export const secretIn = (words: string): string | undefined =>
  secrets.map((each) => each.exec(words)?.[0]).find((found) => found !== undefined);

const joint =
  /(?:[.!;。；！]\s*|,\s*|，\s*|\s)(?:and (?:also )?|also,? |plus |by the way,? |another thing:? |besides,? |另外|还有|顺便|对了|再就是|再)|[.!;。；！]\s+|[。；！]/iu;

/** The two matters of a message, as far as a word between them tells. */
export function mattersIn(words: string): string[] {
  const parts = words
    .split(joint)
    .map((part) => part.replace(/^[\s,，]+|[\s,，]+$/g, ''))
    .filter((part) => part.length > 1);
  return parts.length === 2 ? parts : parts.length > 2 ? [parts[0]!, parts.slice(1).join(', ')] : [words];
}

/** How the state speaks for a meaning, on the scale of log-odds. */
function stateFor(intent: Intent, { tickets, requests, approvals, inThread }: Scene): number {
  if (intent === 'approval-list') return approvals > 0 ? 0.4 : -0.6;
  if (/^approval-(?:approve|reject|ask)$/.test(intent)) return approvals > 0 ? (inThread ? 1.6 : 1) : -1.5;
  if (intent === 'approval-delegate') return approvals > 0 ? 0.3 : 0;
  if (intent === 'access-status' || intent === 'approval-nudge') return requests > 0 ? 0.8 : -0.4;
  if (/^ticket-(?:status|add|close|cancel|reopen|escalate|contact-change)$/.test(intent))
    return tickets > 0 ? (inThread ? 0.7 : 0.4) : -0.5;
  if (intent === 'own-tickets') return tickets > 0 ? 0.3 : 0;
  return 0;
}

/** A message that names a record is about one. */
function numbersFor(intent: Intent, words: string): number {
  const named = /\b(INC|HD|REQ|CHG)-?\d+/i.exec(words)?.[1]?.toUpperCase();
  if (!named) return 0;
  const group =
    named === 'REQ'
      ? /^(?:access-status|access-who|access-extend|access-return|approval-)/
      : named === 'CHG'
        ? /^change-/
        : /^ticket-/;
  return intent === 'two-matters' ? -0.5 : group.test(intent) ? 1.5 : -1.5;
}

/** What an article that fits says for `knowledge`, around this confidence. */
const FITS = { at: 0.35, weight: 1.6 };
/** Words of which there are so few tell little. */
const PRIOR: Partial<Record<Intent, number>> = { knowledge: -1, 'two-matters': -0.6, pasted: -3, 'secret-typed': -2 };

/**
 * @param said what the classifier of the language makes of the words.
 * @param article the confidence of the best article.
 */
export function meaningOf(words: string, said: readonly Meaning[], article: number, scene: Scene): Meaning[] {
  const pinned: Intent | undefined = secretIn(words) ? 'secret-typed' : pasted.test(words) ? 'pasted' : undefined;
  const weighed = said.map(({ intent, confidence }) => {
    const adds =
      stateFor(intent, scene) +
      numbersFor(intent, words) +
      (PRIOR[intent] ?? 0) +
      (intent === 'knowledge' ? FITS.weight * (article - FITS.at) : 0) +
      (intent === pinned ? 12 : 0);
    return { intent, weight: confidence * Math.exp(adds) };
  });
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed
    .map(({ intent, weight }) => ({ intent, confidence: weight / all }))
    .toSorted((one, other) => other.confidence - one.confidence);
}
