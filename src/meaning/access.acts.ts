/** What is done about words on access, decisions, and people who come and go. */
import type { Catalogue } from '../access/catalogue.js';
import type { PartialCommand } from '../language/command.js';
import { hoursIn } from '../language/spans.js';
import { LONGEST_ACCESS_HOURS } from '../language/values.js';
import type { Who } from '../card.js';
import { isGuard, type Directory } from '../people.js';
import { endOf } from '../zones.js';
import { button, opens } from './meaning.cards.js';
import {
  bullets,
  daysIn,
  nothingOwn,
  otherIn,
  SHOWN,
  STANDS_IN,
  ticketOffer,
  waitingRequest,
  type Act,
  type Matter,
  type Offer,
} from './matter.js';

const HOUR_MS = 3_600_000;
const ENDS = /\b(?:cancel|delete|remove|end) (?:my|the|this)\b|取消|撤销|销假|提前(?:结束|回)/iu;
/** What is asked of leave without a word of oneself is asked of somebody else. */
const OWN = /\b(?:i|i['’]?m|my|me|mine|myself|we|our)\b|我|俺|咱|本人/iu;
const ASKS = /[?？]|^(?:is|are|was|has|does|did|will|when|who)\b|吗|了没|什么时候|哪天|谁/iu;
const RETURNED = /\bback\b|\breturned\b|回来|回岗|结束了|休完/iu;
/** So many entitlements are named with who decides on them. */
const NAMED = 8;

export function accessActs(deps: {
  catalogue: Catalogue;
  directory: Directory;
  /** Who holds these entitlements now. */
  holders(entitlements: readonly string[]): Promise<{ entitlement: string; person: Who; until: Date }[]>;
  /** The form for the access that words ask for. */
  wishIn(words: string): { draft: PartialCommand } | undefined;
}) {
  const { catalogue } = deps;

  /** What is sought is named by its application or its id, whatever else was said of it. */
  const entitlementIn = (words: string) => {
    const draft = deps.wishIn(`${words} access`)?.draft;
    return draft?.do === 'request-access' && draft.entitlement ? catalogue.find(draft.entitlement) : undefined;
  };
  /** Nor is it named by the reason: `access to the CRM for the audit`. */
  const entitlementOf = ({ words, slots: { entitlement, reason } }: Matter) =>
    (entitlement && entitlementIn(entitlement)) || entitlementIn(reason ? words.replace(reason, ' ') : words);

  /** For how long, by the span or by the last day that was named. */
  function hoursOf({ slots: { duration, dates }, context: { now, actor } }: Matter): number | undefined {
    const until = dates?.at(-1)?.split('/').at(-1);
    const hours = duration
      ? hoursIn(duration)
      : until && Math.ceil((endOf(until, actor.zone).getTime() - now.getTime()) / HOUR_MS);
    return hours && hours > 0 && hours <= LONGEST_ACCESS_HOURS ? hours : undefined;
  }

  function requestForm(matter: Matter): PartialCommand {
    const entitlement = entitlementOf(matter);
    const hours = hoursOf(matter);
    const { reason } = matter.slots;
    return {
      do: 'request-access',
      ...(entitlement ? { entitlement: entitlement.id } : {}),
      ...(hours ? { hours } : {}),
      ...(reason ? { reason } : {}),
    };
  }

  const prepared = (matter: Matter, title: string): Offer => ({
    title,
    texts: [matter.say.meaning.accessText],
    heard: matter.slots,
    buttons: [opens(matter.say.general.requestAccess, requestForm(matter), 'primary')],
  });

  return {
    'access-request': (matter) =>
      matter.slots.entitlement && !entitlementOf(matter)
        ? ticketOffer(matter, matter.say.meaning.newTicket, [matter.say.meaning.newTicketText])
        : prepared(matter, matter.say.meaning.access),
    'access-extend': (matter) => prepared(matter, matter.say.meaning.extend),
    'access-return'(matter) {
      const { say, lang } = matter;
      const held = matter.requests.filter(({ isHeld }) => isHeld);
      if (held.length === 0) return nothingOwn(matter);
      return {
        title: say.meaning.giveBack,
        texts: [say.meaning.nothingYet],
        parts: bullets(held.map(({ _id, title }) => say.meaning.requestLine(_id, title[lang]))),
        buttons: held
          .slice(0, SHOWN)
          .map(({ _id }) => button(say.meaning.returnButton(_id), { do: 'return-access', request: _id })),
      };
    },
    'access-status': ({ subject, requests: [first, ...others] }) =>
      subject ?? (first && others.length === 0 ? { do: 'show-request', request: first._id } : { do: 'list-mine' }),
    'access-mine': () => ({ do: 'show-access' }),
    'access-who-decides': (matter) => {
      const { say, lang } = matter;
      const entitlement = entitlementIn(matter.words);
      const waiting = matter.subject ?? (entitlement ? undefined : waitingRequest(matter.requests));
      if (waiting) return waiting;
      const shown = entitlement ? [entitlement] : catalogue.entitlements.slice(0, NAMED);
      const steps = ({ usual }: (typeof shown)[number]) => usual.steps.map(({ label }) => label[lang]);
      return {
        title: say.meaning.decides,
        texts: entitlement ? [] : [say.meaning.decidesUnknown],
        parts: bullets(shown.map((each) => say.meaning.decidesLine(each.title[lang], steps(each), each.owner))),
        buttons: [opens(say.general.requestAccess, requestForm(matter))],
      };
    },
    async 'access-holders'(matter) {
      const { say, lang, context } = matter;
      const named = entitlementOf(matter);
      if (!named) return { do: 'list-mine' };
      const { owner } = named;
      const { actor } = context;
      const mayRead = actor.id === owner.id || isGuard(actor);
      if (!mayRead) return say.meaning.holdersNo(named.title[lang], owner);
      const ofApp = catalogue.entitlements.filter(({ app }) => app === named.app);
      const holders = await deps.holders(ofApp.map(({ id }) => id));
      const lines = ofApp.map(({ id, title }) =>
        say.meaning.holdersLine(
          title[lang],
          holders.filter(({ entitlement }) => entitlement === id),
        ),
      );
      return { title: say.meaning.holders(named.application[lang]), parts: bullets(lines) };
    },
    joiner: (matter) =>
      ticketOffer(matter, matter.say.meaning.joiner, [matter.say.meaning.newTicketText], { type: 'request' }),
    'erase-data': (matter) =>
      ticketOffer(matter, matter.say.meaning.erase, [matter.say.meaning.eraseText], { type: 'request' }),
    leave: (matter) => {
      const { say, slots, words } = matter;
      // What is over is ended where all of it is listed.
      if (ENDS.test(words) || (RETURNED.test(words) && !slots.dates)) return { do: 'list-leave' };
      const other = otherIn(matter, deps.directory);
      const isOfOther = !OWN.test(words) && ASKS.test(words);
      if (isOfOther || (other && !slots.dates && !STANDS_IN.test(words)))
        return { do: 'list-leave', ...(other ? { person: other.id } : {}) };
      const days = daysIn(matter);
      const delegate: PartialCommand = {
        do: 'delegate',
        ...(other ? { to: other.name } : {}),
        ...(days && { from: days.from, until: days.to }),
      };
      return {
        title: say.meaning.leave,
        texts: [say.meaning.nothingYet],
        heard: slots,
        buttons: [
          opens(say.meaning.leaveButton, { do: 'leave', ...days }, 'primary'),
          ...(STANDS_IN.test(words) ? [opens(say.delegation.add, delegate)] : []),
          button(say.meaning.showLeave, { do: 'list-leave' }),
        ],
      };
    },
  } satisfies Record<string, Act>;
}
