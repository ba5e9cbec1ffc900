/** How people ask for access. Pure. */
import type { Command, PartialCommand } from '../command.js';
import { duration, hoursOf } from '../duration.js';
import { only, type Verb } from '../spec.js';
import { LONGEST_ACCESS_HOURS } from '../values.js';

/** Said in passing, an entitlement followed by a duration or a reason asks for access. */
const asksForAccess = new RegExp(`^[\\w.@:-]{1,80}[\\s,，]+(?:for\\s+)?(?:because\\b|因为|${duration})`, 'iu');
/** Nor is a word of a sentence written like the ID of an entitlement: `crm-read`. */
const isEntitlement = /^(?=.{3,80}$)[a-z0-9]+(?:[._:-][a-z0-9]+)+$/i;

/** `crm-read for 8h because the quarter ends`, `crm-read 8小时 因为季度结算`; what is missing is asked by the form. */
function accessRequest(rest: string): Command {
  const [, entitlement = '', tail = ''] = /^([^\s,，]*)[\s,，]*([\s\S]*)$/.exec(rest) ?? [];
  const [, between = '', told = ''] =
    /^([\s\S]*?)(?:\b(?:because|since|as)\b|因为|[,，:：]|$)\s*([\s\S]*)$/iu.exec(tail) ?? [];
  const [ticket] = /INC-\d{1,9}/.exec(between.toUpperCase()) ?? [];
  const hours = hoursOf(between.replace(/(?:for\s+)?INC-\d{1,9}/i, ' '));
  const reason = told.replace(/^(?:because\b|因为)\s*/i, '').trim();
  const draft = {
    do: 'request-access' as const,
    ...(/^[\w.@:-]{1,80}$/.test(entitlement) ? { entitlement } : {}),
    ...(hours && hours <= LONGEST_ACCESS_HOURS ? { hours } : {}),
    ...(reason ? { reason } : {}),
    ...(ticket ? { ticket } : {}),
  };
  return 'entitlement' in draft && 'hours' in draft && 'reason' in draft
    ? (draft as Command)
    : { do: 'show-form', draft: draft as PartialCommand };
}

export const records = { REQ: (request: string): Command => ({ do: 'show-request', request }) };

export const verbs = {
  access: {
    spelled: { en: ['access', 'my access'], zh: ['权限', '我的权限'] },
    help: {
      en: [['access', 'lists what you hold, and to owners what is not verified']],
      zh: [['权限', '列出您的权限；负责人还会看到未核实的权限']],
    },
    to: 'anyone',
    alone: only({ do: 'show-access' }),
  },
  request: {
    spelled: { en: ['request'], zh: ['申请'] },
    help: {
      en: [
        ['request crm-read for 8h because …', 'asks for access'],
        ['request crm-read for 8h for INC-1 because …', 'asks for access that ends with a ticket, if not before'],
      ],
      zh: [
        ['申请 crm-read 8小时 因为 …', '申请权限'],
        ['申请 crm-read 8小时 INC-1 因为 …', '申请权限，随工单提前结束'],
      ],
    },
    to: 'anyone',
    alone: (rest, { commanded }) =>
      commanded || rest === '' || isEntitlement.test(rest) || asksForAccess.test(rest)
        ? accessRequest(rest)
        : undefined,
  },
  done: {
    spelled: { en: ['done'], zh: ['完成'] },
    help: {
      en: [['REQ-1 done …', 'tells that you have set it up or removed it by hand']],
      zh: [['REQ-1 完成 …', '告知您已手工开通或收回']],
    },
    to: 'anyone',
    about(record, rest) {
      if (!record.startsWith('REQ-')) return undefined;
      const draft = { do: 'confirm-access', request: record } as const;
      return rest === '' ? { do: 'show-form', draft } : { ...draft, evidence: rest };
    },
  },
} satisfies Record<string, Verb>;
