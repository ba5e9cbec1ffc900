/** People in Teams: what they do becomes signed activities, what the fake Teams holds is what they see. */
import type { Driver, Seen, Shown, ShownForm } from './driver.js';
import type { FakeMessage, FakeTeams } from './teams-fake.js';
import { buttonsOf, elementsOf, linesOf, type Json } from './teams-rules.js';
import { createTeamsSender, type Delivered } from './teams-sender.js';

type Options = {
  /** The desk's own address. */
  url: string;
  fake: FakeTeams;
  /** Their directory object ids, by the person's id. */
  people: Record<string, { aad: string; email: string; name?: string }>;
  /** The channel of each group: the name of a team or the id of a channel. */
  channels: Record<string, string>;
};

type Handle = { card: Json; on: { conversation: string; id: string; extension?: true } };

/** Adds the people to the fake, the app to each of them, and the app to the teams of the channels. */
export async function createTeamsDriver({ url, fake, people, channels }: Options): Promise<Driver> {
  const sender = createTeamsSender({ url, fake });
  for (const [id, person] of Object.entries(people)) {
    fake.addPerson({ id, ...person });
    await sender.install(id);
  }
  const [somebody = ''] = Object.keys(people);
  const channelIds = new Map<string, string>();
  for (const [group, channel] of Object.entries(channels)) {
    const known = [...fake.teams.values()].find(({ id, name }) => id === channel || name === channel);
    const team = known ?? fake.addTeam(channel);
    if (!known) await sender.addToTeam(somebody, team);
    channelIds.set(group, team.id);
  }

  /** What people said in channels, by id. */
  const posts = new Map<string, { id: string; author: string; words: string; conversation: string }>();

  const messageOf = ({ id }: Seen): FakeMessage => {
    const found = fake.messages.find((message) => message.id === id);
    if (!found) throw new Error('that message is gone');
    return found;
  };

  /** What one act of a person brings to their eyes alone. */
  async function watch(who: string, on: Handle['on'], act: () => Promise<Delivered>): Promise<Shown> {
    const before = fake.messages.length;
    const { body, status } = await act();
    if (status !== 200) throw new Error(`the desk answered Teams with ${status}`);
    const written = fake.messages
      .slice(before)
      .filter((message) => message.by === 'desk' && message.conversation === fake.chatOf(who))
      .flatMap(({ activity }) => (cardOf(activity) ? [] : [String(activity['text'])]));
    const task = body?.['task'] as { type: string; value: unknown } | undefined;
    const told = [task?.type === 'message' ? task.value : undefined, body?.['type'] ? body['value'] : undefined];
    const notes = [...told.filter((each) => typeof each === 'string' && each !== ''), ...written].map(String);
    if (task?.type !== 'continue') return { notes };
    const { title, card } = task.value as { title: string; card: { content: Json } };
    const problems = problemsIn(card.content);
    return {
      notes,
      form: {
        title,
        text: linesOf(card.content).join('\n'),
        fields: fieldsOf(card.content),
        handle: { card: card.content, on } satisfies Handle,
      },
      ...(Object.keys(problems).length > 0 ? { problems } : {}),
    };
  }

  const seen = (messages: FakeMessage[]): Seen[] => messages.flatMap((each) => seenOf(each, each.activity));
  const byDesk = (conversation: string, root?: string) =>
    fake.messages.filter((each) => each.by === 'desk' && each.conversation === conversation && each.root === root);
  const isPersonal = (conversation: string) => conversation.startsWith('a:');

  return {
    platform: 'teams',

    say(who, words, under) {
      const post = under && posts.get(under.id);
      if (post) {
        const { conversation: channel, id: root } = post;
        const on = { conversation: channel, id: '' };
        return watch(who, on, () => sender.say(who, words, { channel, root, quiet: true }));
      }
      const head = under && messageOf(under);
      const inChannel = head && !isPersonal(head.conversation);
      const where = inChannel ? { channel: head.conversation, root: head.root ?? head.id } : {};
      const on = { conversation: head?.conversation ?? fake.chatOf(who), id: '' };
      return watch(who, on, () => sender.say(who, words, where));
    },

    async post(who, words, file) {
      const conversation = channelIds.get('help') ?? '';
      const contentUrl = `https://fake.sharepoint.com/sites/it/${file}`;
      const files = file === undefined ? [] : [{ contentType: 'reference', contentUrl, name: file }];
      const said = sender.message(who, words, { channel: conversation, quiet: true, files });
      const id = String(said['id']);
      posts.set(id, { id, author: who, words, conversation });
      const shown = await watch(who, { conversation, id }, () => sender.send(said));
      return { seen: { id, title: '', text: words, buttons: [] }, shown };
    },

    report(who, { id }) {
      const said = posts.get(id);
      if (!said) throw new Error('that message is gone');
      const conversation = `${said.conversation};messageid=${id}`;
      return watch(who, { conversation, id, extension: true }, () => sender.report(who, said, conversation));
    },

    press(who, label, seenCard) {
      const { activity, before, conversation, id, root } = messageOf(seenCard);
      const matches = ({ title }: Json) => (typeof label === 'string' ? title === label : label.test(String(title)));
      const action = [activity, ...before].flatMap((each) => buttonsOf(cardOf(each))).find(matches);
      if (!action) throw new Error(`there is no button ${label} on ${seenCard.title}: ${seenCard.buttons.join(', ')}`);
      const asked = action['type'] === 'Action.ShowCard' ? buttonsOf((action['card'] as Json)['body'])[0] : action;
      const thread = isPersonal(conversation) ? conversation : `${conversation};messageid=${root ?? id}`;
      const on = { conversation: thread, id };
      return watch(who, on, () => sender.press(who, asked ?? action, on));
    },

    submit(who, form, values) {
      const { card, on } = form.handle as Handle;
      const [send] = buttonsOf(card);
      const inputs = Object.fromEntries(
        inputsOf(card).map(({ id, value }) => [id, filled(String(id), values) ?? value ?? '']),
      );
      return watch(who, on, () => sender.submit(who, { ...inputs, ...(send?.['data'] as Json) }, on));
    },

    chat: (who) => Promise.resolve(seen(byDesk(fake.chatOf(who)))),
    channel: (group) => Promise.resolve(seen(byDesk(channelIds.get(group) ?? group))),
    thread(under) {
      const post = posts.get(under.id);
      if (post) return Promise.resolve(seen(byDesk(post.conversation, post.id)));
      const { conversation, id } = messageOf(under);
      return Promise.resolve(isPersonal(conversation) ? [] : seen(byDesk(conversation, id)));
    },
    close: () => Promise.resolve(),
  };
}

/** A card as it is read, as it stands or stood; nothing where there is none. */
export function seenOf({ id }: FakeMessage, activity: Json): Seen[] {
  const card = cardOf(activity);
  if (!card) return [];
  const lines = linesOf(card);
  const buttons = buttonsOf(card).map(({ title }) => String(title));
  return [{ id, title: lines[0] ?? '', text: lines.join('\n'), buttons }];
}

function cardOf(activity: Json): Json | undefined {
  const [attachment] = (activity['attachments'] ?? []) as { content: Json }[];
  return attachment?.content;
}

const inputsOf = (card: Json) => elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'));

/** What the person put into an input; a moment is filled in as a date and a time. */
function filled(id: string, values: Record<string, string>): string | undefined {
  const [, field = id, half] = /^(.*)\.(date|time)$/.exec(id) ?? [];
  const value = values[field];
  return half && value !== undefined ? (value.split('T')[half === 'date' ? 0 : 1] ?? '') : value;
}

function fieldsOf(card: Json): ShownForm['fields'] {
  return inputsOf(card).flatMap(({ choices, id, label, value }, index, all) => {
    const name = String(id).replace(/\.date$/, '');
    if (String(id).endsWith('.time')) return [];
    const time = name === id ? undefined : all[index + 1]?.['value'];
    const whole = [value, time].filter((part) => typeof part === 'string').join('T');
    const options = (choices as { title: string; value: string }[] | undefined)?.map((choice) => ({
      value: choice.value,
      label: choice.title,
    }));
    return [{ name, label: String(label), value: whole, ...(options ? { choices: options } : {}) }];
  });
}

/** The words in the colour of errors, under the field that they stand beneath. */
function problemsIn(card: Json): Record<string, string> {
  const problems: Record<string, string> = {};
  let field = '';
  for (const { id, inlines, type } of card['body'] as Json[]) {
    if (String(type).startsWith('Input.')) field = String(id).replace(/\.(date|time)$/, '');
    const [run] = (inlines ?? []) as Json[];
    if (field && run?.['color'] === 'attention') problems[field] = String(run['text']);
  }
  return problems;
}
