/** People in the playground, through the very requests that its page makes. */
import { randomUUID } from 'node:crypto';
import type { PlayPlatform } from '../../adapters/web/memory.js';
import type { DrawnMessage, OpenForm, Shown as Answered } from '../../adapters/web/wire.js';
import type { Driver, Seen, Shown, ShownForm } from './driver.js';
import { textsOf, type Block, type View } from './slack-rules.js';
import { buttonsOf, linesOf, type Json } from './teams-rules.js';
import { dialog, modal, type DialogView } from './web-forms.js';
import { readPlayground } from './web-state.js';

type Button = { label: string; value: unknown };
type Look = { title: string; text: string; buttons: Button[] };

export function createWebDriver({ url, flavour }: { url: string; flavour: PlayPlatform }): Driver {
  /** Buttons that once stood on a message: people press them even as they vanish. */
  const buttonsOnce = new Map<string, Button[]>();
  const slack = flavour === 'play-slack';

  const state = () => readPlayground(url);
  async function send(path: string, body: object): Promise<Answered> {
    const response = await fetch(`${url}/playground/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ platform: flavour, ...body }),
    });
    if (!response.ok) throw new Error(`the playground answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answered;
  }
  const zoneOf = async (who: string) => (await state()).people.find(({ id }) => id === who)?.zone ?? 'UTC';

  /** What one act of a person brings to their eyes alone. */
  async function watch(path: string, who: string, body: object): Promise<Shown> {
    const origin = randomUUID();
    const { notes, form, problems } = await send(path, { who, origin, ...body });
    const answer = (await state()).messages.find(({ id }) => id === `a-${who}-${origin}`);
    const note = answer && (answer.only === who || !look(answer)?.title) ? [answer] : [];
    return {
      notes: [
        ...notes.map(({ said }) =>
          said.map((span) => (typeof span === 'string' ? span : 'name' in span ? span.name : span.text)).join(''),
        ),
        ...note.map((message) => ('words' in message ? message.words : (look(message)?.text ?? ''))),
      ],
      ...(form ? { form: shownForm(form, await zoneOf(who)) } : {}),
      ...(problems && Object.keys(problems).length > 0 ? { problems } : {}),
    };
  }

  const shownForm = (form: OpenForm, zone: string): ShownForm => {
    if (slack) {
      const view = form.drawn as View;
      const text = textsOf(view.blocks).join('\n');
      return { title: modal.titleOf(view), text, fields: modal.fieldsOf(view, zone), handle: form };
    }
    const view = form.drawn as DialogView;
    return {
      title: dialog.titleOf(view),
      text: linesOf(view).join('\n'),
      fields: dialog.fieldsOf(view),
      handle: form,
    };
  };

  function look(message: DrawnMessage): Look | undefined {
    if (!('card' in message)) return undefined;
    if (slack) {
      const { blocks } = message.card as { blocks: Block[] };
      const actions = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      return {
        title: blocks.find((block) => block.type === 'header')?.text.text ?? '',
        text: textsOf(blocks).join('\n'),
        buttons: actions.map(({ text, value }) => ({ label: text.text, value })),
      };
    }
    const lines = linesOf(message.card as Json);
    const buttons = buttonsOf(message.card).map((action) => {
      const [confirmed] = action['type'] === 'Action.ShowCard' ? buttonsOf((action['card'] as Json)['body']) : [action];
      return { label: String(action['title']), value: confirmed?.['data'] };
    });
    return { title: lines[0] ?? '', text: lines.join('\n'), buttons };
  }
  const see = (messages: readonly DrawnMessage[]): Seen[] =>
    messages
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap((message) => {
        const seen = look(message);
        if (!seen) return [];
        buttonsOnce.set(message.id, [...seen.buttons, ...(buttonsOnce.get(message.id) ?? [])]);
        return [{ id: message.id, ...seen, buttons: seen.buttons.map(({ label }) => label) }];
      });
  const mine = async () => (await state()).messages.filter(({ platform }) => platform === flavour);

  return {
    platform: flavour,
    async say(who, words, under) {
      const head = under && (await mine()).find(({ id }) => id === under.id);
      return watch('say', who, { words, ...(head ? { conversation: head.conversation, under: head.id } : {}) });
    },
    async post(who, words) {
      const channel = (await state()).channels.find((each) => each.platform === flavour && each.asks);
      const known = new Set((await mine()).map(({ id }) => id));
      const shown = await watch('say', who, { words, conversation: `ch/${channel?.name}` });
      const said = (await mine()).find(({ id, author }) => author === who && !known.has(id));
      if (!said) throw new Error('nothing was posted');
      return { seen: { id: said.id, title: '', text: words, buttons: [] }, shown };
    },
    report: (who, on, how) => watch('report', who, { on: on.id, how: how ?? 'shortcut' }),
    async press(who, label, on) {
      const button = buttonsOnce
        .get(on.id)
        ?.find((each) => (typeof label === 'string' ? each.label === label : label.test(each.label)));
      if (!button) throw new Error(`there is no button ${label} on ${on.title}: ${on.buttons.join(', ')}`);
      return watch('press', who, { on: on.id, value: button.value });
    },
    async submit(who, { fields, handle }, values) {
      const { drawn, ...where } = handle as OpenForm;
      const whole = { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...values };
      const sent = slack
        ? modal.sent(drawn as View, whole, await zoneOf(who))
        : dialog.sent(drawn as DialogView, whole);
      return watch('submit', who, { ...where, sent });
    },
    chat: async (who) =>
      see((await mine()).filter(({ author, conversation }) => author === 'desk' && conversation === `dm/${who}`)),
    async channel(group) {
      const name = (await state()).channels.find(
        (each) => each.platform === flavour && each.group === group && !each.asks,
      )?.name;
      return see(
        (await mine()).filter(
          ({ author, conversation, only, thread }) =>
            author === 'desk' && conversation === `ch/${name}` && thread === undefined && only === undefined,
        ),
      );
    },
    thread: async (under) => see((await mine()).filter(({ thread }) => thread === under.id)),
    close: async () => undefined,
  };
}
