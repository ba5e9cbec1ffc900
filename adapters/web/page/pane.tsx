/** One person's window on one platform: its conversations, and whatever the desk answers to that person alone. */
import { useState } from 'react';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { OpenForm, Said, Shown } from '../wire.js';
import { Conversation as Talk } from './conversation.js';
import { Declined, type Desk } from './desk.js';
import type { Doing, Whisper } from './doing.js';
import { SlackModal } from './slack-modal.js';
import { TeamsDialog } from './teams-dialog.js';
import { conversationsOf, isUnread, keyOf, type Scene, type Seen } from './view.js';

type Props = {
  desk: Desk;
  scene: Scene;
  conversation: Conversation;
  choose(conversation: Conversation): void;
  seen: Seen;
  see(key: string, seq: number): void;
  drafts: Record<string, string>;
  write(platform: PlayPlatform, conversation: Conversation, words: string): void;
};

export function Pane({ desk, scene, conversation, choose, seen, see, drafts, write }: Props) {
  const { known, me, platform, lang, say } = scene;
  const [whispers, setWhispers] = useState<Whisper[]>([]);
  const [form, setForm] = useState<OpenForm & Pick<Shown, 'problems'>>();
  const [count, setCount] = useState(0);
  const as = { who: me.id, platform, lang };
  const conversations = conversationsOf(known, me, platform);
  const here = conversations.includes(conversation) ? conversation : conversations[0]!;

  /** Asks the desk and shows what it answers beneath `under`; false when nothing came back. */
  async function ask(under: string, asking: Promise<Shown>): Promise<boolean> {
    const whisper = (said: Said[]) => {
      setCount((old) => old + said.length);
      const fresh = said.map((each, index) => ({ number: count + index, under, said: each }));
      setWhispers((old) => [...old.filter((each) => each.under !== under), ...fresh]);
    };
    try {
      const { notes, form: opened, problems } = await asking;
      whisper(notes);
      setForm(opened && { ...opened, ...(problems ? { problems } : {}) });
      return true;
    } catch (error) {
      whisper([[error instanceof Declined ? error.message : say.failed]]);
      return false;
    }
  }

  const doing: Doing = {
    say: (words, under) =>
      ask(under ?? here, desk.say(as, words, { conversation: here, ...(under === undefined ? {} : { under }) })),
    press: async (on, value) => void (await ask(on, desk.press(as, on, value))),
    report: async (on, how) => void (await ask(on, desk.report(as, on, how))),
    whispers,
    dismiss: (whisper) => setWhispers((old) => old.filter((each) => each !== whisper)),
  };
  async function submit({ conversation: at, thread }: OpenForm, sent: unknown): Promise<void> {
    await ask(thread ?? at, desk.submit(as, sent, { conversation: at, ...(thread === undefined ? {} : { thread }) }));
  }
  const formProps = form && {
    form,
    scene,
    submit: (sent: unknown) => submit(form, sent),
    close: () => setForm(undefined),
  };
  const nameOfTab = (each: Conversation) => (each.startsWith('dm/') ? say.chatWith : each.slice(3));

  return (
    <section className={`pane ${platform}`} aria-label={platform === 'play-slack' ? say.inSlack : say.inTeams}>
      <div className="chrome">
        <b>{platform === 'play-slack' ? say.inSlack : say.inTeams}</b>
        <span>{me.name}</span>
      </div>
      <div className="tabs" role="tablist">
        {conversations.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === here}
            title={each.startsWith('dm/') ? say.ownChat : say.channel(each.slice(3))}
            onClick={() => choose(each)}
          >
            {nameOfTab(each)}
            {each !== here && isUnread(scene, each, seen) && <i className="dot" role="img" aria-label={say.unread} />}
          </button>
        ))}
      </div>
      <Talk
        key={here}
        {...{ scene, doing }}
        conversation={here}
        title={nameOfTab(here)}
        draft={drafts[keyOf(me, platform, here)] ?? ''}
        write={(words) => write(platform, here, words)}
        seen={seen[keyOf(me, platform, here)] ?? 0}
        see={(seq) => see(keyOf(me, platform, here), seq)}
      />
      {formProps && (platform === 'play-slack' ? <SlackModal {...formProps} /> : <TeamsDialog {...formProps} />)}
    </section>
  );
}
