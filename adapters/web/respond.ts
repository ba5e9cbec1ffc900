/** How a reply is shown in the place it came from: cards as messages, the rest back to the browser that asked. */
import type { Card, Form, Text, Viewer } from '../../src/card.js';
import { timeInWords } from '../../src/card.js';
import type { Clock } from '../../src/clock.js';
import type { Answer, Problem } from '../../src/reply.js';
import { LONGEST_DRAFT, openerOf } from '../../src/opener.js';
import { markProblems } from '../slack/modal.js';
import type { Draw } from './draw.js';
import type { Body, Conversation, PlayPlatform } from './memory.js';
import type { Messages } from './messages.js';
import type { Note, Said, Shown } from './wire.js';

type Shows = Exclude<Body, { kind: 'words' }>;

/** Where an answer belongs. `asked` by plain words, after which no platform lets a form open by itself. */
export type At = {
  platform: PlayPlatform;
  who: string;
  origin: string;
  conversation: Conversation;
  thread?: string;
  asked: 'by words' | 'by hand';
  /** The card that what comes of it takes the place of. */
  replaces?: string;
};

const spoken = (text: Text, viewer: Viewer): Said =>
  text.map((span) => (typeof span !== 'string' && span.kind === 'time' ? timeInWords(span, viewer) : span));

export function createRespond({ messages, draw, clock }: { messages: Messages; draw: Draw; clock: Clock }) {
  const post = async (body: Shows, { platform, who, origin, conversation, thread, replaces }: At) => {
    if (replaces !== undefined) return messages.redraw(replaces, body);
    await messages.post({
      id: `a-${origin}`,
      platform,
      conversation,
      ...(thread === undefined ? {} : { thread }),
      author: 'desk',
      at: clock.now(),
      ...(conversation.startsWith('ch/') ? { only: who } : {}),
      body,
    });
  };

  const opened = (form: Form, at: At, problems: readonly Problem[]): Shown => ({
    notes: [],
    form: {
      drawn: draw.form(at.platform, form, problems, at.who),
      conversation: at.conversation,
      ...(at.thread === undefined ? {} : { thread: at.thread }),
      ...(at.replaces === undefined ? {} : { replaces: at.replaces }),
    },
    problems: markProblems(problems, form).errors,
  });

  /** What answers a person's words in their own chat stays there; all else is whispered and passes. */
  async function note(text: Text, viewer: Viewer, at: At, tone: Note['tone']): Promise<Shown> {
    if (tone === 'good' && at.replaces !== undefined) await post({ kind: 'note', text, for: viewer }, at);
    if (at.asked === 'by hand' || at.conversation.startsWith('ch/'))
      return { notes: [{ said: spoken(text, viewer), tone }] };
    await post({ kind: 'note', text, for: viewer }, at);
    return { notes: [] };
  }

  /** What all who read the words in their channel are told beneath them. */
  const aloud = (card: Card, { platform, conversation, thread, origin }: At) =>
    messages.post({
      id: `t-${origin}`,
      platform,
      conversation,
      thread: thread ?? `w-${origin}`,
      author: 'desk',
      at: clock.now(),
      body: { kind: 'card', card },
    });

  return async (answer: Answer, at: At): Promise<Shown> => {
    if ('aloud' in answer && answer.aloud) await aloud(answer.aloud, at);
    if (answer.kind === 'done') return answer.note ? note(answer.note, answer.for, at, 'good') : { notes: [] };
    if (answer.kind === 'refused') return note(answer.why, answer.for, at, 'bad');
    if (answer.kind === 'invalid') return opened(answer.form, at, answer.problems);
    if (answer.kind === 'form' && (at.asked === 'by hand' || JSON.stringify(answer.form.draft).length > LONGEST_DRAFT))
      return opened(answer.form, at, []);
    await post({ kind: 'card', card: answer.kind === 'form' ? openerOf(answer.form) : answer.card }, at);
    return { notes: [] };
  };
}
