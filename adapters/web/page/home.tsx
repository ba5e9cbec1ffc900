import { useCallback, useEffect, useState } from 'react';
import type { Desk } from './desk.js';
import type { Doing, Whisper } from './doing.js';
import { SlackCard } from './slack-card.js';
import type { Talk } from './talks.js';
import type { Scene } from './view.js';
import { Whispers } from './whispers.js';

type Props = { desk: Desk; scene: Scene; doing: Doing; whispers: readonly Whisper[]; talk: Talk };

/** The home of Slack's app: what is this person's own, drawn anew whenever something in their chat changes. */
export function Home({ desk, scene, doing, whispers, talk }: Props) {
  const { me, lang, say } = scene;
  const [card, setCard] = useState<unknown>();
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let isGone = false;
    desk
      .home({ who: me.id, platform: 'play-slack', lang })
      .then((home) => {
        if (!isGone) setCard(home.card ?? null);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [desk, me.id, lang, talk, looks]);
  const press = useCallback(
    (value: unknown) => void doing.press('home', value).then(() => setLooks((old) => old + 1)),
    [doing],
  );

  return (
    <div className="messages home" role="region" aria-label={say.home} tabIndex={0}>
      {card === null && <p className="empty">{say.noHome}</p>}
      {card !== undefined && card !== null && <SlackCard {...{ scene, press, card }} />}
      <Whispers {...{ scene, doing, whispers }} under="home" channel={false} />
    </div>
  );
}
