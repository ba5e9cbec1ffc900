/** Whom one plays stands in the address, so that two tabs can be two people, and the browser's Back works. */
import { useSyncExternalStore } from 'react';
import type { Player } from '../company.js';

const firstName = ({ name }: Player) => name.split(/\s+/)[0]!.toLowerCase();

/** A person's name in the address: the first name, or the id where another one has the same. */
export const addressOf = (player: Player, people: readonly Player[]): string =>
  people.filter((each) => firstName(each) === firstName(player)).length === 1 ? firstName(player) : player.id;

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** The person whom the address names, or the first one. */
export function usePlayer(people: readonly Player[]): [Player, (id: string) => void] {
  const name = useSyncExternalStore(subscribe, () => decodeURIComponent(location.hash.slice(1)));
  const named = people.find((each) => addressOf(each, people) === name || each.id === name);
  const choose = (id: string) => {
    const player = people.find((each) => each.id === id);
    if (!player) return;
    location.hash = addressOf(player, people);
    // The browser tells of it only later.
    dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return [named ?? people[0]!, choose];
}
