/** Shows an answer to the person who asked, in the place they asked from. */
import { wording } from '../../src/wording/index.js';
import { bold, type Card, type Form, type Text, type Viewer } from '../../src/card.js';
import type { Draft } from '../../src/command.js';
import type { Answer } from '../../src/reply.js';
import { AS_IS, codeOf, type Client } from './client.js';
import { publish } from './home.js';
import type { Inbound } from './inbound.js';
import { markProblems, renderForm, type Back } from './modal.js';
import { renderCard, renderNote, type Message } from './render.js';
import type { Mention } from './text.js';

/** The body of the acknowledgement of a submitted modal; nothing closes it. */
export type Closing =
  ReturnType<typeof markProblems> | { response_action: 'update'; view: ReturnType<typeof renderForm> };

/** A trigger lives for 3 seconds and opens one modal; Slack names its end in these ways. */
const TRIGGER_SPENT = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'invalid_trigger'];
/** The emoji by which the desk says on a message that it has taken it. */
const DONE = 'white_check_mark';
/** Room for the rest of a `show-form` command in a button's 2000 characters. */
const DRAFT = 1900;
const TIMEOUT = 10_000;

type Deps = { client: Client; mention: Mention; isSlack: (url: string) => boolean };
export type Respond = ReturnType<typeof createRespond>;

export function createRespond({ client, mention, isSlack }: Deps) {
  /** To this person alone: in their own chat as a message, elsewhere as one that only they see. */
  async function tell({ user, channel, thread, private: direct, responseUrl }: Back, message: Message): Promise<void> {
    const inThread = { ...AS_IS, ...message, ...(thread && { thread_ts: thread }) };
    const ways = [
      ...(responseUrl && !direct ? [() => postTo(responseUrl, inThread)] : []),
      ...(channel && !direct ? [() => client.chat.postEphemeral({ ...inThread, channel, user })] : []),
      ...(channel && direct
        ? [() => client.chat.postMessage({ ...inThread, channel })]
        : [
            async () => {
              const own = await client.conversations.open({ users: user });
              await client.chat.postMessage({ ...AS_IS, ...message, channel: own.channel?.id ?? user });
            },
          ]),
    ];
    let failure: unknown;
    for (const way of ways) {
      try {
        await way();
        return;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  async function postTo(url: string, message: object): Promise<void> {
    if (!isSlack(url)) throw new Error('a response address that is not Slack’s');
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`Slack did not take the response: ${response.status}`);
  }

  /** Puts the desk's mark on a message; false when Slack does not let it. */
  async function marked(mark: Inbound['mark']): Promise<boolean> {
    if (!mark) return false;
    try {
      await client.reactions.add({ ...mark, name: DONE });
      return true;
    } catch (error) {
      return codeOf(error) === 'already_reacted';
    }
  }

  /** Opens a form; where nothing was pressed, or too long ago, a button that opens it. */
  async function show(form: Form, { trigger, back }: Inbound): Promise<void> {
    if (trigger) {
      const view = renderForm(form, back, mention);
      try {
        await client.views.open({ trigger_id: trigger, view });
        return;
      } catch (error) {
        const code = codeOf(error);
        if (code && !TRIGGER_SPENT.includes(code)) throw error;
      }
    }
    await tell(back, renderCard(doorTo(form), mention));
  }

  return {
    /** The desk's answer; for a submitted modal, what to acknowledge it with. */
    async answer(answer: Answer, inbound: Inbound): Promise<Closing | undefined> {
      const { back } = inbound;
      const submitted = inbound.kind === 'submission';
      switch (answer.kind) {
        case 'done':
          if ((answer.quiet || inbound.kind === 'reaction') && (await marked(inbound.mark)) && answer.quiet)
            return undefined;
          if (answer.note) await tell(back, renderNote(answer.note, answer.for, mention));
          return undefined;
        case 'refused':
          await tell(back, renderNote(answer.why, answer.for, mention));
          return undefined;
        case 'card':
          if (inbound.kind === 'home') await publish(client, back.user, answer.card, mention);
          else await tell(back, renderCard(answer.card, mention));
          return undefined;
        case 'form':
          if (submitted) return { response_action: 'update', view: renderForm(answer.form, back, mention) };
          await show(answer.form, inbound);
          return undefined;
        case 'invalid':
          if (submitted) return markProblems(answer.problems, answer.form);
          await show(withProblems(answer), inbound);
          return undefined;
      }
    },

    /** A sentence of the adapter's own. */
    async say(text: Text, viewer: Viewer, back: Back): Promise<void> {
      await tell(back, renderNote(text, viewer, mention));
    },
  };
}

function withProblems({ form, problems }: Extract<Answer, { kind: 'invalid' }>): Form {
  const labels = new Map(form.fields.map((field) => [field.name, field.label]));
  const list = problems.flatMap(({ field, message }) => ['\n', bold(labels.get(field) ?? field), ` ${message}`]);
  return { ...form, intro: [wording[form.for.lang].chat.sendAgain, ...list] };
}

function doorTo(form: Form): Card {
  const say = wording[form.for.lang].chat;
  const draft = shrink(form.draft);
  return {
    for: form.for,
    title: form.title,
    parts: [
      { kind: 'text', text: [say.formReady] },
      ...(draft === form.draft ? [] : [{ kind: 'note', text: [say.cut] } as const]),
      { kind: 'buttons', buttons: [{ label: say.openForm, tone: 'primary', does: { do: 'show-form', draft } }] },
    ],
  };
}

/** Halves the longest text of a draft until a button can carry it; the person still has their own message. */
function shrink(draft: Draft): Draft {
  if (JSON.stringify(draft).length <= DRAFT) return draft;
  const texts = Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [key, longest] = texts.reduce((a, b) => (JSON.stringify(b[1]).length > JSON.stringify(a[1]).length ? b : a));
  const half = longest.slice(0, Math.floor(longest.length / 2)).replace(/[\uD800-\uDBFF]$/, '');
  return shrink({ ...draft, [key]: half });
}
