/** What is done about words on outages, security, duty, changes, procedures and figures. The urgent names whom to call. */
import { bold, moment, person, who, type Lang, type Text } from '../card.js';
import type { PartialCommand } from '../language/command.js';
import { filtersIn, readFilters } from '../language/queue/filters.js';
import { LONGEST_SEARCH } from '../language/values.js';
import { has, holders, type Directory } from '../people.js';
import type { Staffing } from '../staffing/staffing.js';
import { button, opens } from './meaning.cards.js';
import { bullets, SHOWN, ticketOffer, type Act, type Matter } from './matter.js';

/** An open major incident, under the title that all may read, and how it stands. */
export type Major = { _id: string; title: string; words: string };
export type Planned = { _id: string; title: string; starts: Date };
const LONGEST_TITLE = 150;
/** Somebody is to be cut off now. */
const AT_ONCE = /\b(?:now|immediately|at once|right away|asap|instantly)\b|马上|立刻|立即|赶紧|现在就/iu;
const URGENT = { impact: 'high', urgency: 'high' } as const;

export function serviceActs(deps: {
  directory: Directory;
  staffing: Staffing;
  freezes: readonly { name: Record<Lang, string>; starts: Date; ends: Date }[];
  planned(now: Date): Promise<Planned[]>;
  majors(lang: Lang): Promise<Major[]>;
}) {
  const { directory } = deps;

  /** Whom to call, and who has duty. */
  function reachable({ say, lang, context }: Matter): Text[] {
    const { phone, name } = directory.defaultGroup;
    const duty = directory.groups.flatMap((group) => deps.staffing.onDuty(group.id, context.now) ?? []);
    const people = [...new Map(duty.map((each) => [each.id, who(each)])).values()];
    return [
      ...(phone ? [say.meaning.callNow(name[lang], phone)] : []),
      people.length > 0 ? say.meaning.onDuty(people) : say.meaning.onDutyNobody,
    ];
  }

  function officers({ say }: Matter): Text[] {
    const people = holders(directory, 'security');
    const names = people.flatMap((each, i): Text => [...(i > 0 ? [', '] : []), person(who(each))]);
    return names.length > 0 ? [[bold(say.general.roles.security), ': ', ...names]] : [];
  }

  const outage: Act = (matter) => {
    const { outageTitle, outage: text, reportOutage } = matter.say.answers;
    return ticketOffer(matter, outageTitle, [text, ...reachable(matter)], URGENT, reportOutage);
  };
  const procedures: Act = ({ words }) => ({ do: 'find-sop', words: words.slice(0, LONGEST_SEARCH) });

  return {
    'outage-report': outage,
    /** The major incidents that are known; what is not known can be reported. */
    async 'outage-question'(matter) {
      const { say, lang, slots } = matter;
      const known = await deps.majors(lang);
      const report = matter.newTicket(say.answers.reportOutage, URGENT);
      if (known.length === 0)
        return { title: say.meaning.noOutage, texts: [say.meaning.noOutageText], heard: slots, buttons: [report] };
      return {
        title: say.meaning.outages,
        parts: bullets(known.map(({ _id, title, words }) => say.meaning.outageLine(_id, title, words))),
        texts: [say.meaning.outagesText],
        buttons: [report],
      };
    },
    'urgent-standstill': outage,
    'security-incident': (matter) => {
      const { security, securityText, report } = matter.say.meaning;
      return ticketOffer(matter, security, [securityText, ...reachable(matter), ...officers(matter)], URGENT, report);
    },
    'lost-device': (matter) => {
      const { lost, lostText, report } = matter.say.meaning;
      return ticketOffer(matter, lost, [lostText, ...reachable(matter)], { urgency: 'high' }, report);
    },
    leaver: (matter) => {
      const { leaver, newTicketText, leaverNow } = matter.say.meaning;
      const texts = [newTicketText, leaverNow, ...reachable(matter)];
      return ticketOffer(matter, leaver, texts, { type: 'request', urgency: 'high' });
    },
    'access-revoke': (matter) => {
      const { revoke, newTicketText, leaverNow } = matter.say.meaning;
      const texts = AT_ONCE.test(matter.words) ? [leaverNow, ...reachable(matter)] : [];
      return ticketOffer(matter, revoke, [newTicketText, ...texts], { type: 'request', urgency: 'high' });
    },
    'oncall-who': ({ slots }) => {
      const service = slots.service?.toLowerCase();
      const names = ({ id, name }: (typeof directory.groups)[number]) => [id, name.en.toLowerCase(), name.zh];
      const group = service && directory.groups.find((each) => names(each).some((name) => name.includes(service)));
      return { do: 'oncall', ...(group ? { group: group.id } : {}) };
    },
    'change-new': ({ words, slots, say }) => {
      const [starts, ends] = (slots.dates?.[0] ?? '').split('/').map((each) => (each.includes('T') ? each : undefined));
      const draft: PartialCommand = {
        do: 'open-change',
        title: words.slice(0, LONGEST_TITLE),
        ...(starts ? { starts } : {}),
        ...(ends ? { ends } : {}),
      };
      const { change: title, nothingYet, changeButton } = say.meaning;
      return { title, texts: [nothingYet], heard: slots, buttons: [opens(changeButton, draft, 'primary')] };
    },
    async 'change-when'({ subject, say, context }) {
      if (subject) return subject;
      const planned = await deps.planned(context.now);
      return {
        title: say.meaning.calendar,
        texts: planned.length === 0 ? [say.meaning.noChanges] : [],
        parts: bullets(
          planned.map(({ _id, title, starts }) => [...say.meaning.changeLine(_id, title), moment(starts)]),
        ),
        buttons: planned
          .slice(0, SHOWN)
          .map(({ _id }) => button(say.meaning.show(_id), { do: 'show-change', change: _id })),
      };
    },
    'change-freeze': ({ say, lang, context }) => {
      const freezes = deps.freezes.filter(({ ends }) => ends > context.now);
      const line = ({ name, starts, ends }: (typeof freezes)[number]): Text => [
        ...say.meaning.freezeLine(name[lang]),
        moment(starts),
        ' – ',
        moment(ends),
      ];
      const texts = freezes.length === 0 ? [say.meaning.noFreeze] : [];
      return { title: say.meaning.freezes, texts, parts: bullets(freezes.map(line)) };
    },
    'sop-find': procedures,
    'sop-run': procedures,
    'queue-show': ({ words, say, context: { actor } }) => {
      if (!directory.isAgent(actor)) return say.meaning.figuresNo;
      const { filters } = readFilters(words.replace(/[?？!！]/g, ' '));
      const only = filtersIn({ ...filters, only: filters.only.filter((each) => each !== 'mine') });
      return { do: 'queue', ...(only ? { only } : {}) };
    },
    'directory-show': ({ say, context: { actor } }) =>
      has(actor, 'admin') ? { do: 'directory' } : say.directory.adminsOnly,
    'report-figures': ({ say, context: { actor } }) => {
      if (!directory.isAgent(actor)) return say.meaning.figuresNo;
      const { forecast, questions, queue, figures: title, figuresText } = say.meaning;
      const buttons = [button(questions, { do: 'list-questions' }), button(queue, { do: 'queue' })];
      return {
        title,
        texts: [figuresText],
        buttons: has(actor, 'lead') ? [button(forecast, { do: 'forecast' }), ...buttons] : buttons,
      };
    },
  } satisfies Record<string, Act>;
}
