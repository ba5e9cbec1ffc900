/** What is done about words on decisions: what waits, reminders, delegates, and moves of a decision. */
import { BY_WORD } from '../language/approvals/filters.js';
import type { Action, Command, PartialCommand } from '../language/command.js';
import type { Directory } from '../people.js';
import type { Staffing } from '../staffing/staffing.js';
import { dayOf } from '../zones.js';
import { button, opens } from './meaning.cards.js';
import { daysIn, nothingOwn, otherIn, personIn, SHOWN, type Act, type Matter } from './matter.js';

/** The number of the access request or change that the words name. */
const numberOf = (subject: Command | undefined): string | undefined =>
  subject?.do === 'show-request' ? subject.request : subject?.do === 'show-change' ? subject.change : undefined;

type Move = 'send-back' | 'copy-to' | 'add-approver';
const moveIn = (words: string): Move =>
  /\bback\b|\breturn\b|退/iu.test(words)
    ? 'send-back'
    : /\bcc\b|\bcop|\bread\b|\bloop\b|抄送|知会|同步/iu.test(words)
      ? 'copy-to'
      : 'add-approver';

export function approvalActs(deps: { directory: Directory; staffing: Staffing; remindAfterHours: number }) {
  const { directory } = deps;
  const to = (matter: Matter) => {
    const named = personIn(matter, directory)?.name ?? matter.slots.person;
    return named ? { to: named } : {};
  };
  const deputy = (matter: Matter) => {
    const other = otherIn(matter, directory)?.name;
    return other ? { to: other } : to(matter);
  };
  /** Somebody decides for one who is away, in the days of their next leave. */
  function ownLeave({ context: { actor, now } }: Matter) {
    const [next] = deps.staffing.leaveOf(actor.id, now);
    if (!next) return {};
    return { from: dayOf(next.from, actor.zone), until: dayOf(new Date(next.until.getTime() - 1), actor.zone) };
  }
  const decided: Act = ({ subject }) => subject ?? { do: 'list-approvals' };

  /** Opens the form of what is done with one decision. */
  const moves = (matter: Matter, draft: PartialCommand & { do: 'transfer' | Move }, id: string) => {
    const { say, subject } = matter;
    return {
      title: say.meaning.move[draft.do](id),
      texts: [say.meaning.nothingYet],
      heard: matter.slots,
      buttons: [
        opens(say.meaning.moveButton[draft.do], draft, 'primary'),
        button(say.meaning.show(id), subject as Action),
      ],
    };
  };

  return {
    'approval-list': (matter) => {
      const person = personIn(matter, directory);
      const only = [
        ...BY_WORD.flatMap(([name, said]) => (said.test(matter.words) ? [name] : [])),
        ...(person ? [`@${person.id}`] : []),
      ];
      return { do: 'list-approvals', ...(only.length > 0 ? { only: only.join(' ') } : {}) };
    },
    'approval-approve': decided,
    'approval-reject': decided,
    'approval-ask': decided,
    'approval-nudge'(matter) {
      const { say, subject } = matter;
      const id = numberOf(subject);
      const waiting = matter.requests.filter(({ _id, waitsFor }) => waitsFor.length > 0 && (!id || _id === id));
      if (waiting.length === 0) return subject ?? nothingOwn(matter);
      return {
        title: say.meaning.nudge,
        texts: [
          ...waiting.map(({ _id, waitsFor }) => say.meaning.waitsFor(_id, waitsFor)),
          say.meaning.nudgeText(deps.remindAfterHours),
        ],
        buttons: waiting
          .slice(0, SHOWN)
          .map(({ _id }) => button(say.meaning.nudgeButton(_id), { do: 'remind-approvers', subject: _id }, 'primary')),
      };
    },
    'approval-delegate'(matter) {
      const { say, slots } = matter;
      const id = numberOf(matter.subject);
      if (id) return moves(matter, { do: 'transfer', subject: id, ...to(matter) }, id);
      const named = daysIn(matter);
      const days = named ? { from: named.from, until: named.to } : ownLeave(matter);
      return {
        title: say.meaning.delegate,
        texts: [say.meaning.delegateText],
        heard: slots,
        buttons: [
          opens(say.delegation.add, { do: 'delegate', ...deputy(matter), ...days }, 'primary'),
          button(say.delegation.title, { do: 'list-delegations' }),
        ],
      };
    },
    'delegation-list': () => ({ do: 'list-delegations' }),
    'approval-move'(matter) {
      const id = numberOf(matter.subject);
      if (!id) return { do: 'list-approvals' };
      const move = moveIn(matter.words);
      const named = move === 'send-back' ? {} : to(matter);
      return moves(matter, { do: move, subject: id, ...named }, id);
    },
  } satisfies Record<string, Act>;
}
