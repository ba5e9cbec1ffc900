import { useEffect, useState } from 'react';
import type { Conversation as Where } from '../memory.js';
import { question } from './guide-steps.js';
import { Composer } from './composer.js';
import { Message } from './message.js';
import type { Doing } from './doing.js';
import { useEnd } from './use-end.js';
import { channelNamed, messagesIn, type Scene } from './view.js';
import { Whispers } from './whispers.js';

type Props = {
  scene: Scene;
  doing: Doing;
  conversation: Where;
  title: string;
  draft: string;
  write(words: string): void;
  /** The last message that this person has seen here. */
  seen: number;
  see(seq: number): void;
};

export function Conversation({ scene, doing, conversation, title, draft, write, seen, see }: Props) {
  const { platform, me, say, lang } = scene;
  const messages = messagesIn(scene, conversation);
  const heads = messages.filter((each) => each.thread === undefined);
  const last = messages.at(-1)?.seq ?? 0;
  const [seenBefore] = useState(seen);
  const newest = messages.at(-1);
  const frame = useEnd(last, newest?.thread !== undefined && last > seenBefore ? newest.id : undefined);

  useEffect(() => see(last), [last, see]);

  return (
    <>
      <div className="messages" role="log" aria-label={title} tabIndex={0} ref={frame}>
        <div className="list">
          {heads.length === 0 && (
            <p className="empty">
              {conversation.startsWith('ch/') ? (
                channelNamed(scene, conversation)?.asks ? (
                  say.emptyHelp
                ) : (
                  say.emptyChannel
                )
              ) : (
                <>
                  {say.emptyChat(me.name)}
                  <button type="button" className="insert" onClick={() => write(question[lang])}>
                    {question[lang]}
                  </button>
                </>
              )}
            </p>
          )}
          {heads.map((head, index) => (
            <Message
              key={head.id}
              {...{ scene, doing }}
              message={head}
              before={heads[index - 1]}
              replies={messages.filter((each) => each.thread === head.id)}
            />
          ))}
          <Whispers {...{ scene, doing }} under={conversation} channel={conversation.startsWith('ch/')} />
        </div>
      </div>
      <Composer
        id={`say-${platform}`}
        say={say}
        label={say.write(title)}
        words={draft}
        write={write}
        send={(words) => doing.say(words)}
      />
    </>
  );
}
