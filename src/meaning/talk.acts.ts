/** What is done about words to the desk itself: greetings, praise, "a human please". */
import { code } from '../card.js';
import { button, opens } from './meaning.cards.js';
import { ticketOffer, type Act, type Matter } from './matter.js';

/** @param deps.metBefore whether this person said such a thing a short while ago. */
export const talkActs = (deps: { metBefore(matter: Matter): Promise<boolean> }) =>
  ({
    human: (matter) =>
      ticketOffer(matter, matter.say.meaning.human, [matter.say.meaning.humanText], {}, matter.say.meaning.speak),
    callback: (matter) =>
      ticketOffer(matter, matter.say.meaning.callback, [matter.say.meaning.callbackText], {}, matter.say.meaning.speak),
    praise(matter) {
      const { say, tickets } = matter;
      const rated = matter.ticketAmong(tickets.filter(({ isOpen }) => !isOpen));
      if (!rated) return say.meaning.praise;
      return {
        title: say.meaning.praised,
        texts: [say.meaning.rateText(rated._id)],
        buttons: [button(say.meaning.show(rated._id), { do: 'show-ticket', ticket: rated._id })],
      };
    },
    thanks: ({ say }) => say.answers.glad,
    greeting: ({ say }) => ({
      title: say.answers.emptyTitle,
      texts: [[...say.answers.empty, code(say.answers.example)]],
    }),
    'small-talk': ({ say }) => say.meaning.smallTalk,
    async abuse(matter) {
      const { say } = matter;
      if (await deps.metBefore(matter)) return say.meaning.calmAgain;
      return {
        title: say.meaning.calm,
        texts: [say.meaning.calmText],
        buttons: [opens(say.meaning.speak, { do: 'open-ticket' })],
      };
    },
    language({ slots, say, newTicket }) {
      if (slots.language === 'en' || slots.language === 'zh') return { do: 'set-language', lang: slots.language };
      return { title: say.meaning.languages, texts: [say.meaning.languagesText], buttons: [newTicket()] };
    },
    'help-capabilities': () => ({ do: 'help' }),
    /** One question back when something is wrong, and nobody can tell with what. */
    unclear: ({ words, say, newTicket }) => ({
      title: say.meaning.vague,
      texts: [say.meaning.vagueText],
      buttons: [
        ...say.meaning.vagueThings.map(({ label, about }) => button(label, { do: 'ask', words: about(words) })),
        newTicket(),
      ],
    }),
    'never-mind': ({ say }) => say.meaning.nothing,
  }) satisfies Record<string, Act>;
