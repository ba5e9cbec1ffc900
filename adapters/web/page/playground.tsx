/** The whole page: who one is, what to try, the clock, and that person's two chats. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Lang } from '../../../src/card.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { Move } from './guide-steps.js';
import { addressOf, usePlayer } from './address.js';
import type { Desk, Known } from './desk.js';
import { write } from './drafts.js';
import { Guide } from './guide.js';
import { Header } from './header.js';
import { useKept } from './kept.js';
import { Pane, type Place } from './pane.js';
import { People } from './people.js';
import { channelsOf, keyOf, platforms, type Scene, type Seen } from './view.js';
import { wording } from './wording.js';
import { isNow, next } from './zone.js';

const browserLang: Lang = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export function Playground({ desk }: { desk: Desk }) {
  const known = useSyncExternalStore(desk.subscribe, desk.known);
  const [lang, setLang] = useKept<Lang>('language', browserLang);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  const spoken = known && (known.lang ?? 'en');
  useEffect(() => {
    if (spoken && spoken !== lang) desk.speak(lang).catch(() => undefined);
  }, [desk, spoken, lang]);
  if (!known) return <p className="loading">{wording[lang].loading}</p>;
  return <Opened desk={desk} known={known} lang={lang} setLang={setLang} />;
}

type Shown = 'guide' | PlayPlatform;

function Opened({ desk, known, lang, setLang }: { desk: Desk; known: Known; lang: Lang; setLang(lang: Lang): void }) {
  const say = wording[lang];
  const { people, channels, opened } = known;
  const [me, be] = usePlayer(people);
  // What was seen of a store that is no longer there says nothing of this one.
  const [seen, setSeen] = useKept<Seen>('seen', {}, (kept) => Object.values(kept).every((seq) => seq <= opened));
  const [chosen, setChosen] = useKept<Record<string, Place>>('conversations', {});
  const [shown, setShown] = useState<Shown>('guide');
  const scenes = useMemo(
    () => platforms.map((platform): Scene => ({ people, channels, opened, me, platform, lang, say })),
    [people, channels, opened, me, lang, say],
  );

  const see = useCallback(
    (key: string, seq: number) => setSeen((old) => ((old[key] ?? 0) >= seq ? old : { ...old, [key]: seq })),
    [setSeen],
  );

  /** Puts the reader in the right place for a move of the tour, with its words already typed. */
  async function make({ id, be: who, on = 'play-slack', channel, say: words, jump, did, look }: Move) {
    const person = people.find((each) => each.id === who) ?? me;
    be(person.id);
    const name = channel && channelsOf(known, person, on)[0]?.name;
    const conversation: Conversation = name ? `ch/${name}` : `dm/${person.id}`;
    setChosen((old) => ({ ...old, [`${person.id} ${on}`]: conversation }));
    setShown(on);
    const { ticket } = known.tour;
    if (words) write(keyOf(person, on, conversation), words[lang].replace('{ticket}', ticket));
    setTimeout(() => {
      if (words) document.getElementById(`say-${on}`)?.focus();
      const card = look && document.querySelector(`.pane.${on} [data-title^="${ticket} "]`);
      if (card) card.scrollIntoView({ block: 'start' });
    }, 60);
    if (typeof jump === 'number') await desk.jump({ by: jump * 3_600_000 });
    const now = new Date(Date.now() + known.ahead);
    if (typeof jump === 'object' && !isNow(jump, now, me.zone))
      await desk.jump({ to: next(jump, now, me.zone), zone: me.zone });
    if (did === undefined) await desk.toured({ move: id });
  }

  return (
    <div className="playground" data-shown={shown}>
      <a
        className="skip"
        href={`#${addressOf(me, people)}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('say-play-slack')?.focus();
        }}
      >
        {say.skipToChat}
      </a>
      <Header {...{ desk, known, me, lang, say, setLang }} />
      <People {...{ known, me, lang, say, seen }} choose={be} />
      {!known.online && (
        <p className="offline" role="status">
          {say.offline}
        </p>
      )}
      <nav className="views" aria-label={say.view}>
        {(['guide', ...platforms] as const).map((each) => (
          <button key={each} type="button" aria-pressed={shown === each} onClick={() => setShown(each)}>
            {each === 'guide' ? say.guide : each === 'play-slack' ? say.inSlack : say.inTeams}
          </button>
        ))}
      </nav>
      <main>
        <Guide
          {...{ desk, known, me, lang, say }}
          isShown={shown === 'guide'}
          make={(move) => void make(move).catch(() => undefined)}
        />
        {scenes.map((scene) => (
          <Pane
            key={`${me.id} ${scene.platform}`}
            {...{ desk, scene, seen, see }}
            talks={known.talks}
            place={chosen[`${me.id} ${scene.platform}`] ?? `dm/${me.id}`}
            choose={(place) => setChosen((old) => ({ ...old, [`${me.id} ${scene.platform}`]: place }))}
          />
        ))}
      </main>
    </div>
  );
}
