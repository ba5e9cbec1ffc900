/** People in Slack: what they do becomes signed payloads, what the fake Slack holds is what they see. */
import { DateTime } from 'luxon';
import type { Driver, Seen, Shown, ShownForm } from './driver.js';
import type { FakeMessage, FakeSlack, OpenView } from './slack-fake.js';
import { textsOf, type Block, type InputBlock } from './slack-rules.js';
import { until } from './until.js';
import { createSlackSender, type Delivered, type Values } from './slack-sender.js';

type Options = {
  /** The desk's own address. */
  url: string;
  signingSecret: string;
  fake: FakeSlack;
  /** Their Slack accounts, by the person's id. */
  people: Record<string, { user: string; email: string }>;
  /** The Slack channel of each group: an id or a name. */
  channels: Record<string, string>;
  /** Whoever sends a form may never be told what came of it. */
  unheard?: true;
};

const MOMENT = "yyyy-MM-dd'T'HH:mm";

export function createSlackDriver({ url, signingSecret, fake, people, channels, unheard }: Options): Driver {
  const sender = createSlackSender({ url, secret: signingSecret, fake });
  const userOf = (who: string) => {
    const account = people[who];
    if (!account) throw new Error(`${who} has no Slack account in this test`);
    return account.user;
  };
  const messageOf = ({ id }: Seen): FakeMessage => {
    const found = fake.messages.find((message) => message.ts === id);
    if (!found) throw new Error('that message is gone');
    return found;
  };

  /** What one act of a person brings to their eyes alone. */
  async function watch(
    user: string,
    act: () => Promise<Delivered | Delivered[]>,
    where = fake.dm(user),
    isAnswer?: (message: FakeMessage, user: string) => boolean,
  ): Promise<Shown> {
    const before = { messages: new Map(fake.messages.map((each) => [each, each.blocks])), views: fake.views.length };
    const isOwnChat = (channel: string) => channel === fake.dm(user) || (channel === where && channel.startsWith('D'));
    const [delivered] = [await act()].flat();
    const fresh = () => fake.messages.filter((each) => isDesk(each) && before.messages.get(each) !== each.blocks);
    const body = (delivered?.body ?? {}) as {
      response_action?: string;
      errors?: Record<string, string>;
      view?: unknown;
    };
    const formOpened = () => fake.views.slice(before.views).find((view) => view.user === user);
    // What is acknowledged before its person is told.
    if (isAnswer && !body.response_action && !unheard)
      await until(() => formOpened() ?? fresh().some((message) => isAnswer(message, user)), 'whoever asked is told');
    const alone = () =>
      fresh().filter(
        (message) =>
          message.ephemeralTo === user || (!message.ephemeralTo && isOwnChat(message.channel) && !titleOf(message)),
      );
    if (body.response_action === 'update') fake.openView(user, body.view);
    const opened = formOpened();
    return {
      /** Slack is acknowledged before a slow answer: then it is read when it is looked at. */
      get notes() {
        return alone().map(({ blocks }) => withNames(fake, textsOf(blocks).join('\n')));
      },
      ...(opened && { form: formOf(fake, opened, zoneOf(user)) }),
      ...(body.response_action === 'errors' && { problems: body.errors ?? {} }),
    };
  }

  const zoneOf = (user: string) => fake.user(user).tz ?? 'UTC';

  return {
    platform: 'slack',

    async say(who, words, under) {
      const user = userOf(who);
      if (!under) return watch(user, () => sender.say(user, fake.dm(user), words));
      const { channel, thread, ts } = messageOf(under);
      return watch(user, () => sender.say(user, channel, words, { thread: thread ?? ts }));
    },

    async post(who, words, file) {
      const user = userOf(who);
      const channel = fake.channelNamed(channels['help'] ?? '') ?? '';
      const permalink = `https://fake.slack.com/files/${user}/F1/${file}`;
      const files =
        file === undefined ? {} : { files: [{ name: file, mimetype: 'image/png', size: 52_000, permalink }] };
      const before = fake.messages.length;
      const shown = await watch(user, () => sender.say(user, channel, words, files), channel);
      const said = fake.messages.slice(before).find((message) => message.by === user);
      if (!said) throw new Error('nothing was posted');
      // Slack is acknowledged before the person is told: what comes for their eyes alone is read when it is looked at.
      const own = () => fake.ephemerals(user).filter(({ channel: at, ts }) => at === channel && ts > said.ts);
      const later = {
        ...shown,
        get notes() {
          return own().map(({ blocks }) => withNames(fake, textsOf(blocks).join('\n')));
        },
      };
      return { seen: seenIn(fake, said), shown: later };
    },

    async report(who, on, how) {
      const user = userOf(who);
      const message = messageOf(on);
      const act = () => (how === 'reaction' ? sender.react(user, message) : sender.shortcut(user, message));
      return watch(user, act, message.channel, isForEyesOf);
    },

    async press(who, label, on) {
      const user = userOf(who);
      const message = messageOf(on);
      // Somebody may press what they still see, though it has been redrawn since.
      const button = [message.blocks, ...(message.before ?? [])]
        .flatMap((blocks) => buttonsOf({ blocks }))
        .find(({ text }) => (typeof label === 'string' ? text.text === label : label.test(text.text)));
      if (!button) throw new Error(`no button ${String(label)} on “${on.title}”`);
      const before = fake.views.length;
      const press = () => sender.press(user, message, button.value ?? '', button.action_id);
      const shown = await watch(user, press, message.channel);
      if (shown.form) return shown;
      // Slack is acknowledged before a slow form opens: then it is there when it is looked at.
      const later = () => fake.views.slice(before).find((view) => view.user === user);
      return {
        get notes() {
          return shown.notes;
        },
        get form() {
          const view = later();
          return view && formOf(fake, view, zoneOf(user));
        },
      } as Shown;
    },

    async submit(who, form, values) {
      const user = userOf(who);
      const open = form.handle as OpenView;
      const send = () => sender.submit(user, open, filledIn(open, values, zoneOf(user)));
      return watch(user, send, fake.dm(user), answersForm);
    },

    chat: async (who) =>
      fake
        .channel(fake.dm(userOf(who)))
        .filter(isDesk)
        .map((message) => seenIn(fake, message)),
    async channel(group) {
      const named = channels[group] ?? group;
      const id = fake.channelNamed(named) ?? named;
      return fake
        .channel(id)
        .filter(isDesk)
        .filter((message) => !message.thread)
        .map((message) => seenIn(fake, message));
    },
    async thread(under) {
      const { channel, ts } = messageOf(under);
      return fake
        .channel(channel)
        .filter((message) => message.thread === ts)
        .map((message) => seenIn(fake, message));
    },
    async close() {},
  };
}

const isDesk = (message: FakeMessage) => message.by === 'desk';
const isForEyesOf = ({ ephemeralTo }: FakeMessage, user: string) => ephemeralTo === user;
/** Whether a message answers the form that its reader sent: the mark of a card names its record. */
const answersForm = ({ ephemeralTo, metadata }: FakeMessage, user: string) =>
  ephemeralTo === user || /"mark":"slack:/.test(JSON.stringify(metadata ?? {}));
const titleOf = ({ blocks }: FakeMessage) => blocks.find((block) => block.type === 'header')?.text.text ?? '';
/** The buttons of a message. */
export const buttonsOf = ({ blocks }: { blocks: Block[] }) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

/** Mentions as Slack shows them: by name. */
export const withNames = (fake: FakeSlack, text: string) =>
  text.replace(/<?@([UW][A-Z0-9]+)>?/g, (whole, id: string) => (fake.knows(id) ? `@${fake.user(id).name}` : whole));

export function seenIn(fake: FakeSlack, message: FakeMessage): Seen {
  return {
    id: message.ts,
    title: titleOf(message),
    text: withNames(fake, message.blocks.length > 0 ? textsOf(message.blocks).join('\n') : message.text),
    buttons: buttonsOf(message).map((button) => button.text.text),
  };
}

const inputsOf = ({ view }: OpenView) => view.blocks.filter((block): block is InputBlock => block.type === 'input');

function formOf(fake: FakeSlack, open: OpenView, zone: string): ShownForm {
  return {
    title: open.view.title.text,
    text: withNames(fake, textsOf(open.view.blocks).join('\n')),
    fields: inputsOf(open).map(({ block_id = '', label, element }) => ({
      name: block_id,
      label: label.text,
      value: standing(element, zone),
      ...('options' in element && {
        choices: element.options.map(({ value, text }) => ({ value, label: text.text })),
      }),
    })),
    handle: open,
  };
}

/** What stands in an input before anything is typed. */
function standing(element: InputBlock['element'], zone: string): string {
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value ?? '';
    case 'static_select':
      return element.initial_option?.value ?? '';
    case 'multi_static_select':
      return (element.initial_options ?? []).map(({ value }) => value).join(',');
    case 'datetimepicker': {
      const at = element.initial_date_time;
      return at === undefined ? '' : DateTime.fromSeconds(at, { zone }).toFormat(MOMENT);
    }
  }
}

/** The state of a view's inputs as Slack sends it, within what its inputs let a person enter. */
export function filledIn(open: OpenView, values: Record<string, string>, zone: string): Values {
  const entries = inputsOf(open).map(({ block_id = '', element, optional }) => {
    const value = values[block_id] ?? standing(element, zone);
    if (!value && !optional) throw new Error(`Slack would not send the form without ${block_id}`);
    return [block_id, { [element.action_id]: stateOf(element, value, zone) }] as const;
  });
  const unknown = Object.keys(values).find((name) => !entries.some(([id]) => id === name));
  if (unknown) throw new Error(`the form has no field ${unknown}`);
  return Object.fromEntries(entries);
}

function stateOf(element: InputBlock['element'], value: string, zone: string): object {
  switch (element.type) {
    case 'plain_text_input':
      if (value.length > (element.max_length ?? 3000)) throw new Error('Slack would not let them type that much');
      return { type: element.type, value: value || null };
    case 'static_select': {
      const option = element.options.find((each) => each.value === value);
      if (value && !option) throw new Error(`${value} cannot be chosen`);
      return { type: element.type, selected_option: option ?? null };
    }
    case 'multi_static_select': {
      const values = value.split(',').filter(Boolean);
      const chosen = element.options.filter((each) => values.includes(each.value));
      if (chosen.length < values.length) throw new Error(`${value} cannot be chosen`);
      return { type: element.type, selected_options: chosen };
    }
    case 'datetimepicker':
      return {
        type: element.type,
        selected_date_time: value ? DateTime.fromFormat(value, MOMENT, { zone }).toUnixInteger() : null,
      };
  }
}
