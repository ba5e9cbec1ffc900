import type { KeyboardEvent } from 'react';

type Tab<T extends string> = { place: T; name: string; title: string; isUnread: boolean };
type Props<T extends string> = {
  tabs: readonly Tab<T>[];
  here: T;
  unread: string;
  label: string;
  choose(place: T): void;
};

/** Tabs as keyboards know them: one stop of the Tab key, and the arrows go from one to the next. */
export function Tabs<T extends string>({ tabs, here, unread, label, choose }: Props<T>) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = tabs.findIndex(({ place }) => place === here);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs[to % tabs.length]!.place);
    event.currentTarget.querySelectorAll('button')[to % tabs.length]?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ place, name, title, isUnread }) => (
        <button
          key={place}
          type="button"
          role="tab"
          aria-selected={place === here}
          tabIndex={place === here ? 0 : -1}
          title={title}
          onClick={() => choose(place)}
        >
          {name}
          {isUnread && <i className="dot" role="img" aria-label={unread} />}
        </button>
      ))}
    </div>
  );
}
