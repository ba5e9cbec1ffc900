/** What is done about words to the desk itself: greetings, praise, "a human please". */
import { code } from '../card.js';
import { opens } from './meaning.cards.js';
import { ticketOffer, type Act, type Matter } from './matter.js';

/** @param keep keeps the words for those who read what was asked. */
export const talkActs = ({ keep }: { keep(matter: Matter): Promise<unknown> }) =>
  ({
    human: (matter) =>
      ticketOffer(matter, matter.say.meaning.human, [matter.say.meaning.humanText], {}, matter.say.meaning.speak),
    callback: (matter) =>
      ticketOffer(matter, matter.say.meaning.callback, [matter.say.meaning.callbackText], {}, matter.say.meaning.speak),
    async praise(matter) {
      await keep(matter);
      return matter.say.meaning.praise;
    },
    thanks: ({ say }) => say.answers.glad,
    greeting: ({ say }) => ({
      title: say.answers.emptyTitle,
      texts: [[...say.answers.empty, code(say.answers.example)]],
    }),
    'small-talk': ({ say }) => say.meaning.smallTalk,
    abuse: ({ say }) => ({
      title: say.meaning.calm,
      texts: [say.meaning.calmText],
      buttons: [opens(say.meaning.speak, { do: 'open-ticket' })],
    }),
    async language({ slots, say, newTicket }) {
      if (slots.language === 'en' || slots.language === 'zh') return { do: 'set-language', lang: slots.language };
      return { title: say.meaning.languages, texts: [say.meaning.languagesText], buttons: [await newTicket()] };
    },
    'help-capabilities': () => ({ do: 'help' }),
    'never-mind': ({ say }) => say.meaning.nothing,
  }) satisfies Record<string, Act>;
