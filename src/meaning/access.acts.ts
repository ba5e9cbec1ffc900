/** What is done about words on access, decisions, and people who come and go. */
import type { Catalogue } from '../access/catalogue.js';
import type { PartialCommand } from '../language/command.js';
import { hoursIn } from '../language/spans.js';
import { LONGEST_ACCESS_HOURS } from '../language/values.js';
import type { Directory } from '../people.js';
import { button, opens } from './meaning.cards.js';
import { bullets, SHOWN, ticketOffer, waitingRequest, type Act, type Matter, type Offer } from './matter.js';

/** So many entitlements are named with who decides on them. */
const NAMED = 8;

export function accessActs(deps: {
  catalogue: Catalogue;
  directory: Directory;
  remindAfterHours: number;
  /** The form for the access that words ask for. */
  wishIn(words: string): { draft: PartialCommand } | undefined;
}) {
  const { catalogue } = deps;

  /** What is sought is named by its application or its id, whatever else was said of it. */
  const entitlementIn = (words: string) => {
    const draft = deps.wishIn(`${words} access`)?.draft;
    return draft?.do === 'request-access' && draft.entitlement ? catalogue.find(draft.entitlement) : undefined;
  };

  function requestForm({ words, slots }: Matter): PartialCommand {
    const entitlement = entitlementIn(words);
    const hours = slots.duration ? hoursIn(slots.duration) : undefined;
    return {
      do: 'request-access',
      ...(entitlement ? { entitlement: entitlement.id } : {}),
      ...(hours && hours <= LONGEST_ACCESS_HOURS ? { hours } : {}),
      ...(slots.reason ? { reason: slots.reason } : {}),
    };
  }

  const prepared = (matter: Matter, title: string): Offer => ({
    title,
    texts: [matter.say.meaning.accessText],
    heard: matter.slots,
    buttons: [opens(matter.say.general.requestAccess, requestForm(matter), 'primary')],
  });

  function leaveForm({ slots }: Matter): PartialCommand {
    const [from, to = from] = (slots.dates?.[0] ?? '').split('/').map((each) => each.slice(0, 10));
    return { do: 'leave', ...(from && to ? { from, to } : {}) };
  }

  const nothingOwn = async ({ say, newTicket }: Matter): Promise<Offer> => ({
    title: say.meaning.noRequest,
    texts: [say.meaning.noRequestText],
    buttons: [await newTicket()],
  });

  const decided: Act = ({ subject }) => subject ?? { do: 'list-approvals' };

  return {
    'access-request': (matter) =>
      matter.slots.entitlement && !entitlementIn(matter.words)
        ? ticketOffer(matter, matter.say.meaning.newTicket, [matter.say.meaning.newTicketText])
        : prepared(matter, matter.say.meaning.access),
    'access-extend': (matter) => prepared(matter, matter.say.meaning.extend),
    async 'access-return'(matter) {
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
    'access-mine': () => ({ do: 'list-mine' }),
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
    'access-revoke': (matter) =>
      ticketOffer(matter, matter.say.meaning.revoke, [matter.say.meaning.newTicketText], {
        type: 'request',
        urgency: 'high',
      }),
    joiner: (matter) =>
      ticketOffer(matter, matter.say.meaning.joiner, [matter.say.meaning.newTicketText], { type: 'request' }),
    'erase-data': (matter) =>
      ticketOffer(matter, matter.say.meaning.erase, [matter.say.meaning.eraseText], { type: 'request' }),
    'approval-list': () => ({ do: 'list-approvals' }),
    'approval-approve': decided,
    'approval-reject': decided,
    'approval-ask': decided,
    async 'approval-nudge'(matter) {
      const { say } = matter;
      const waiting = matter.requests.filter(({ waitsFor }) => waitsFor.length > 0);
      if (waiting.length === 0) return nothingOwn(matter);
      const lines = waiting.map(({ _id, waitsFor }) => say.meaning.waitsFor(_id, waitsFor));
      return {
        title: say.meaning.nudge,
        texts: [...lines, say.meaning.nudgeText(deps.remindAfterHours)],
        buttons: [await matter.newTicket(say.meaning.speak)],
      };
    },
    'approval-delegate': (matter) => ({
      title: matter.say.meaning.delegate,
      texts: [matter.say.meaning.delegateText],
      heard: matter.slots,
      buttons: [opens(matter.say.meaning.leaveButton, leaveForm(matter), 'primary')],
    }),
    leave: (matter) => {
      const { say, slots } = matter;
      const [first] = (slots.person ?? '').toLowerCase().split(/\s+/);
      const named = first && deps.directory.people.find(({ name }) => name.toLowerCase().split(/\s+/).includes(first));
      if (named && !slots.dates) return { do: 'list-leave', person: named.id };
      return {
        title: say.meaning.leave,
        texts: [say.meaning.nothingYet],
        heard: slots,
        buttons: [
          opens(say.meaning.leaveButton, leaveForm(matter), 'primary'),
          button(say.meaning.showLeave, { do: 'list-leave' }),
        ],
      };
    },
  } satisfies Record<string, Act>;
}
