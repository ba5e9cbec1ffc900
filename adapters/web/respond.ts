/** How a reply is shown in the place it came from: cards as messages, the rest back to the browser that asked. */
import type { Card, Form, Text, Viewer } from '../../src/card.js';
import { timeInWords } from '../../src/card.js';
import type { Clock } from '../../src/clock.js';
import type { Answer, Problem } from '../../src/reply.js';
import { wording } from '../../src/language/wording.js';
import { markProblems } from '../slack/modal.js';
import type { Draw } from './draw.js';
import type { Body, Conversation, PlayPlatform } from './memory.js';
import type { Messages } from './messages.js';
import type { Note, Said, Shown } from './wire.js';

/** Where an answer belongs. `asked` by plain words, after which no platform lets a form open by itself. */
export type At = {
  platform: PlayPlatform;
  who: string;
  origin: string;
  conversation: Conversation;
  thread?: string;
  asked: 'by words' | 'by hand';
};

/** What a Slack button can carry of a draft, with room for the rest of its command in 2,000 characters. */
const LONGEST_DRAFT = 1_900;

const spoken = (text: Text, viewer: Viewer): Said =>
  text.map((span) => (typeof span !== 'string' && span.kind === 'time' ? timeInWords(span, viewer) : span));

export function createRespond({ messages, draw, clock }: { messages: Messages; draw: Draw; clock: Clock }) {
  const post = (body: Body, { platform, who, origin, conversation, thread }: At) =>
    messages.post({
      id: `a-${origin}`,
      platform,
      conversation,
      ...(thread === undefined ? {} : { thread }),
      author: 'desk',
      at: clock.now(),
      ...(conversation.startsWith('ch/') ? { only: who } : {}),
      body,
    });

  const opened = (form: Form, at: At, problems: readonly Problem[]): Shown => ({
    notes: [],
    form: {
      drawn: draw.form(at.platform, form, problems, at.who),
      conversation: at.conversation,
      ...(at.thread === undefined ? {} : { thread: at.thread }),
    },
    problems: markProblems(problems, form).errors,
  });

  /** What answers a person's words in their own chat stays there; all else is whispered and passes. */
  async function note(text: Text, viewer: Viewer, at: At, tone: Note['tone']): Promise<Shown> {
    if (at.asked === 'by hand' || at.conversation.startsWith('ch/'))
      return { notes: [{ said: spoken(text, viewer), tone }] };
    await post({ kind: 'note', text, for: viewer }, at);
    return { notes: [] };
  }

  const door = ({ for: viewer, title, draft }: Form): Card => {
    const say = wording[viewer.lang].common;
    return {
      for: viewer,
      title,
      parts: [
        { kind: 'text', text: [say.formReady] },
        { kind: 'buttons', buttons: [{ label: say.openForm, does: { do: 'show-form', draft }, tone: 'primary' }] },
      ],
    };
  };

  return async (answer: Answer, at: At): Promise<Shown> => {
    if (answer.kind === 'done') return answer.note ? note(answer.note, answer.for, at, 'good') : { notes: [] };
    if (answer.kind === 'refused') return note(answer.why, answer.for, at, 'bad');
    if (answer.kind === 'invalid') return opened(answer.form, at, answer.problems);
    if (answer.kind === 'form' && (at.asked === 'by hand' || JSON.stringify(answer.form.draft).length > LONGEST_DRAFT))
      return opened(answer.form, at, []);
    await post({ kind: 'card', card: answer.kind === 'form' ? door(answer.form) : answer.card }, at);
    return { notes: [] };
  };
}
