/** How people name who decides for them. Pure. */
import { form, only, type Verb } from '../spec.js';
import { personIn } from '../values.js';

const day = String.raw`((?:\d{4}-)?\d\d-\d\d)`;
/** `12-01..12-05`, `2026-12-01 to 2026-12-05`, `12-01至12-05`, or one day. */
const days = new RegExp(String.raw`${day}(?:\s{0,3}(?:\.{2,3}|…|~|–|-|to|until|至|到)\s{0,3}${day})?`, 'i');

const kinds: readonly (readonly [word: string, kind: string])[] = [
  ['access', 'access'],
  ['requests', 'access'],
  ['权限', 'access'],
  ['changes', 'change'],
  ['change', 'change'],
  ['变更', 'change'],
];

const kindIn = (said: string) => kinds.find(([word]) => said.toLowerCase() === word)?.[1];

export const verbs = {
  delegate: {
    spelled: { en: ['delegate'], zh: ['委托'] },
    help: {
      en: [
        ['delegate @olga 12-21..12-31', 'lets somebody decide for you on these days; add `for access` for one kind'],
      ],
      zh: [['委托 @olga 12-21..12-31', '请他人在这些天代您审批；可加“权限”或“变更”限定类别']],
    },
    to: 'anyone',
    alone(rest, { commanded }) {
      const [whole, from, until] = days.exec(rest) ?? [];
      const at = whole === undefined ? rest.length : rest.indexOf(whole);
      const to = personIn(rest.slice(0, at).replace(/[\s,，]+$/, ''));
      const limits = rest
        .slice(at + (whole?.length ?? 0))
        .replace(/^\s*(?:for|仅限|限)\s*/i, '')
        .trim();
      const kind = kindIn(limits);
      if (to && from) {
        const given = { do: 'delegate', to, from, until: until ?? from } as const;
        // What is not understood may be meant to limit it.
        return limits && !kind ? form(given) : { ...given, ...(kind ? { kind } : {}) };
      }
      if (rest === '' || commanded || /^@\S+$/.test(rest)) return form({ do: 'delegate', ...(to ? { to } : {}) });
      return undefined;
    },
  },
  delegations: {
    spelled: { en: ['delegations'], zh: ['委托列表', '代理列表'] },
    help: { en: [['delegations', 'lists who decides for whom, and ends it']], zh: [['委托列表', '查看并结束代理']] },
    to: 'anyone',
    alone: only({ do: 'list-delegations' }),
  },
} satisfies Record<string, Verb>;
