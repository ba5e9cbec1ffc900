/** Words that ask for access in passing: "I need access to the CRM", "请帮我开通 CRM 权限". Pure. */
import type { Lang } from '../card.js';
import type { PartialCommand } from '../language/command.js';
import type { Catalogue, Entitlement } from './catalogue.js';

const speaksOfAccess = /\b(?:access|permissions?|rights?|roles?|authori[sz]ation|entitlements?)\b|权限|开通|授权|访问/i;
/** Parts of an application's name that other things have too. */
const common = new Set('the and for access application app demo portal service system tool 演示'.split(' '));

/** The words of a name, Chinese ones in one piece. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]{3,}|\p{Script=Han}{2,}/gu) ?? [];

/**
 * How clearly what was said, in small letters, names it: by its id, or by its application; what one can hold there tells
 * them apart. A Chinese name begins with what one may do.
 */
function clearness({ id, application, title }: Entitlement, said: string, spoken: ReadonlySet<string>): number {
  const heard = (names: Record<Lang, string>): number =>
    new Set(
      [...wordsIn(names.en), ...wordsIn(names.zh)].filter(
        (word) =>
          !common.has(word) && (spoken.has(word) || (/\p{Script=Han}/u.test(word) && said.includes(word.slice(0, 2)))),
      ),
    ).size;
  const named = id.toLowerCase().split(/[^a-z0-9]/);
  if (said.includes(id.toLowerCase()) || (named.length > 1 && named.every((part) => spoken.has(part)))) return Infinity;
  return heard(application) > 0 ? heard(title) : 0;
}

/** The form that such words ask for, filled in as far as they say; undefined when they ask for no access. */
export function wishIn(words: string, catalogue: Catalogue): { draft: PartialCommand; isNamed: boolean } | undefined {
  if (!speaksOfAccess.test(words)) return undefined;
  const said = words.toLowerCase();
  const spoken = new Set(wordsIn(said));
  const [best] = catalogue.entitlements
    .map((entitlement) => ({ entitlement, clear: clearness(entitlement, said, spoken) }))
    .toSorted((a, b) => b.clear - a.clear);
  if (!best || best.clear === 0) return { draft: { do: 'request-access' }, isNamed: false };
  return { draft: { do: 'request-access', entitlement: best.entitlement.id }, isNamed: true };
}
