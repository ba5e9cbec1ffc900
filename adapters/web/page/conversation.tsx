import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Conversation as Where } from '../memory.js';
import { Composer } from './composer.js';
import type { Doing, Whisper } from './doing.js';
import { write } from './drafts.js';
import { Message } from './message.js';
import type { Talk } from './talks.js';
import { useEnd } from './use-end.js';
import { channelNamed, keyOf, timeOf, type Scene } from './view.js';
import { Whispers } from './whispers.js';

/** So many messages are drawn at first, and more when they are asked for. */
export const SHOWN = 50;

type Props = {
  scene: Scene;
  doing: Doing;
  whispers: readonly Whisper[];
  conversation: Where;
  title: string;
  talk: Talk;
  /** Asks for messages that are not known here yet. */
  earlier(conversation: Where): Promise<void>;
  /** The last message that this person has seen here. */
  seen: number;
  see(key: string, seq: number): void;
};

export const Conversation = memo(function Conversation(props: Props) {
  const { scene, doing, whispers, conversation, title, talk, earlier, seen, see } = props;
  const { platform, me, say, lang } = scene;
  const [most, setMost] = useState(SHOWN);
  const [seenBefore] = useState(seen);
  const mayRead = ({ only }: { only?: string }) => only === undefined || only === me.id;
  const all = talk.heads.filter(mayRead);
  const heads = all.slice(-most);
  const newest = talk.all.findLast(mayRead);
  const last = newest?.seq ?? 0;
  const frame = useEnd(last, newest?.thread !== undefined && last > seenBefore ? newest.id : undefined);
  const key = keyOf(me, platform, conversation);
  const dayOf = (at: string) => timeOf(at, me, lang, { weekday: 'long', day: 'numeric', month: 'long' });

  useEffect(() => see(key, last), [key, last, see]);

  /** How far from its end the reader is while earlier messages come in above. */
  const held = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (held.current === undefined || !frame.current) return;
    frame.current.scrollTop = frame.current.scrollHeight - held.current;
    held.current = undefined;
  }, [heads[0]?.id, frame]);
  async function more() {
    if (all.length <= most) await earlier(conversation);
    if (frame.current) held.current = frame.current.scrollHeight - frame.current.scrollTop;
    setMost((old) => old + SHOWN);
  }

  return (
    <>
      <div className="messages" role="log" aria-label={title} tabIndex={0} ref={frame}>
        <div className="list">
          {(all.length > most || talk.from > 0) && (
            <button type="button" className="earlier" onClick={() => void more()}>
              {say.earlier}
            </button>
          )}
          {heads.length === 0 && <Empty {...{ scene, conversation }} />}
          {heads.map((head, index) => {
            const [day, before] = [dayOf(head.at), heads[index - 1]];
            return (
              <Message
                key={head.id}
                {...{ scene, doing, whispers }}
                message={head}
                day={!before || dayOf(before.at) !== day ? day : undefined}
                replies={talk.replies.get(head.id) ?? NONE}
              />
            );
          })}
          <Whispers {...{ scene, doing, whispers }} under={conversation} channel={conversation.startsWith('ch/')} />
        </div>
      </div>
      <Composer
        key={key}
        id={`say-${platform}`}
        say={say}
        label={say.write(title)}
        draft={key}
        send={(words, files) => doing.say(words, { files })}
      />
    </>
  );
});

const NONE: readonly never[] = [];

/** What this is for, and what one may begin with. */
function Empty({ scene, conversation }: Pick<Props, 'scene' | 'conversation'>) {
  const { me, platform, say, lang } = scene;
  if (conversation.startsWith('ch/'))
    return <p className="empty">{channelNamed(scene, conversation)?.asks ? say.emptyHelp : say.emptyChannel}</p>;
  return (
    <p className="empty">
      {say.emptyChat(me.name)}
      {me.suggests[lang].map((words) => (
        <button
          key={words}
          type="button"
          className="insert"
          onClick={() => {
            write(keyOf(me, platform, conversation), words);
            document.getElementById(`say-${platform}`)?.focus();
          }}
        >
          {words}
        </button>
      ))}
    </p>
  );
}
