/** One person's window on one platform: its conversations, and whatever the desk answers to that person alone. */
import { useCallback, useState } from 'react';
import type { Conversation } from '../memory.js';
import type { OpenForm, Shown } from '../wire.js';
import { Conversation as Talk } from './conversation.js';
import { Declined, type Desk } from './desk.js';
import type { Doing, Whisper } from './doing.js';
import { Home } from './home.js';
import { SlackModal } from './slack-modal.js';
import { useSteady } from './steady.js';
import { Tabs } from './tabs.js';
import { isUnread, type Talks } from './talks.js';
import { TeamsDialog } from './teams-dialog.js';
import { conversationsOf, keyOf, talkOf, type Scene, type Seen } from './view.js';

/** What a tab shows: a conversation, or the home of Slack's app. */
export type Place = Conversation | 'home';

type Props = {
  desk: Desk;
  scene: Scene;
  talks: Talks;
  place: Place;
  choose(place: Place): void;
  seen: Seen;
  see(key: string, seq: number): void;
};

export function Pane({ desk, scene, talks, place, choose, seen, see }: Props) {
  const { me, platform, lang, say } = scene;
  const isSlack = platform === 'play-slack';
  const [whispers, setWhispers] = useState<readonly Whisper[]>([]);
  const [form, setForm] = useState<OpenForm & Pick<Shown, 'problems'>>();
  const [count, setCount] = useState(0);
  const as = { who: me.id, platform, lang };
  const conversations = conversationsOf(scene, me, platform);
  const places: Place[] = isSlack ? ['home', ...conversations] : conversations;
  const here = places.includes(place) ? place : conversations[0]!;
  const spoken = here === 'home' ? conversations[0]! : here;

  /**
   * Asks the desk and shows what it answers beneath `under`; false when nothing came back. Only what was `sent` from a
   * form closes it: the answer to something earlier may come later.
   */
  async function ask(under: string, asking: Promise<Shown>, sent = false): Promise<boolean> {
    const whisper = (notes: Shown['notes']) => {
      setCount((old) => old + notes.length);
      const fresh = notes.map((note, index) => ({ ...note, number: count + index, under }));
      setWhispers((old) =>
        fresh.length === 0 && !old.some((each) => each.under === under)
          ? old
          : [...old.filter((each) => each.under !== under), ...fresh],
      );
    };
    try {
      const { notes, form: opened, problems } = await asking;
      whisper(notes);
      if (opened || sent) setForm(opened && { ...opened, ...(problems ? { problems } : {}) });
      return true;
    } catch (error) {
      whisper([{ said: [error instanceof Declined ? error.message : say.failed], tone: 'bad' }]);
      return false;
    }
  }

  const doing = useSteady<Doing>({
    say: (words, more) => ask(more.under ?? spoken, desk.say(as, words, { conversation: spoken, ...more })),
    press: async (on, value) => void (await ask(on, desk.press(as, on, value))),
    report: async (on, how) => void (await ask(on, desk.report(as, on, how))),
    dismiss: (whisper) => setWhispers((old) => old.filter((each) => each !== whisper)),
  });
  const earlier = useCallback((of: Conversation) => desk.earlier(`${platform} ${of}`), [desk, platform]);
  async function submit(open: OpenForm, sent: unknown): Promise<void> {
    const { drawn: _, ...where } = open;
    await ask(here === 'home' ? here : (where.thread ?? where.conversation), desk.submit(as, sent, where), true);
  }
  const formProps = form && {
    form,
    scene,
    submit: (sent: unknown) => submit(form, sent),
    close: () => setForm(undefined),
  };
  const nameOfTab = (each: Place) =>
    each === 'home' ? say.home : each.startsWith('dm/') ? (isSlack ? say.messages : say.chatWith) : each.slice(3);
  const titleOfTab = (each: Place) =>
    each === 'home' ? say.homeHint : each.startsWith('dm/') ? say.ownChat : say.channel(each.slice(3));
  const isNew = (each: Place) =>
    each !== 'home' &&
    each !== here &&
    isUnread(talkOf(talks, platform, each), me.id, seen[keyOf(me, platform, each)] ?? 0);
  const name = isSlack ? say.inSlack : say.inTeams;

  return (
    <section className={`pane ${platform}`} aria-label={name}>
      <div className="chrome">
        <b>{name}</b>
        <span>{me.name}</span>
      </div>
      <Tabs
        tabs={places.map((each) => ({
          place: each,
          name: nameOfTab(each),
          title: titleOfTab(each),
          isUnread: isNew(each),
        }))}
        label={say.tabs(name)}
        unread={say.unread}
        {...{ here, choose }}
      />
      {here === 'home' ? (
        <Home {...{ desk, scene, doing, whispers }} talk={talkOf(talks, platform, spoken)} />
      ) : (
        <Talk
          key={here}
          {...{ scene, doing, whispers, see, earlier }}
          conversation={here}
          title={here.startsWith('dm/') ? say.chatWith : here.slice(3)}
          talk={talkOf(talks, platform, here)}
          seen={seen[keyOf(me, platform, here)] ?? 0}
        />
      )}
      {formProps && (isSlack ? <SlackModal {...formProps} /> : <TeamsDialog {...formProps} />)}
    </section>
  );
}
