/** What of a ticket stays with those concerned when it is, or becomes, confidential. Pure. */
import type { NewEvent } from '../history.js';
import { type Directory } from '../people.js';
import { who, type Lang, type Who } from '../card.js';
import { firstMentioned, type Rule } from '../sla/rules.js';
import { happened, isRequester, sightOf, type Follower, type House, type Seen, type Ticket } from './ticket.js';

export const isSensitive = (group: string, { directory }: Pick<House, 'directory'>): boolean =>
  directory.group(group)?.sensitive === true;

/** In a channel that everybody reads, a sensitive ticket shows neither title nor words. */
export const isHidden = ({ group }: Pick<Seen, 'group'>, house: Pick<House, 'directory'>): boolean =>
  isSensitive(group, house);

/** What a ticket is called to those who may not read its requester's words: by an agent's title, or by what it is about. */
export function neutralTitle(
  { title, retitled, category, group }: Pick<Ticket, 'title' | 'retitled' | 'category' | 'group'>,
  lang: Lang,
  { sla, directory }: Pick<House, 'sla' | 'directory'>,
): string {
  if (retitled) return title;
  const about = sla.categories.find(({ id }) => id === category) ?? directory.group(group);
  return about?.name[lang] ?? group;
}

/** Followers of a ticket in a sensitive group: those who could see it without following it. */
export function discreet(
  ticket: Seen,
  followers: readonly Follower[],
  house: House,
): { stay: Follower[]; leave: Follower[] } {
  const { directory } = house;
  const unfollowed = { ...ticket, followers: [] };
  const stays = ({ id }: Follower) => {
    const found = directory.person(id);
    return found !== undefined && (isRequester(found, ticket) || sightOf(found, unfollowed, house) !== 'nothing');
  };
  return { stay: followers.filter(stays), leave: followers.filter((each) => !stays(each)) };
}

/** Those who followed are told that it goes on without them, and nothing else. */
export const withheld = (actor: Who, from: readonly Who[]): NewEvent[] =>
  from.length === 0
    ? []
    : [
        happened(
          'withheld',
          { who: who(actor), from: from.map(who) },
          ...from.map(({ id }): `person:${string}` => `person:${id}`),
        ),
      ];

/**
 * Words by which a matter for a sensitive group is known: its names, and the categories that only such groups work on.
 * @param categories with the words that tell of them.
 */
export function sensitiveWords({ groups }: Directory, categories: readonly Rule[]): Rule[] {
  const [sensitive, ordinary] = [true, false].map((is) => groups.filter((group) => group.sensitive === is));
  const known = (list: typeof groups) =>
    new Set(list.flatMap(({ skills }) => Object.values(skills).flatMap(Object.keys)));
  const [theirs, others] = [known(sensitive!), known(ordinary!)];
  return [
    ...sensitive!.map(({ id, name }) => ({ id, words: [id, name.en, name.zh].map((word) => word.toLowerCase()) })),
    ...categories.filter(({ id }) => theirs.has(id) && !others.has(id)),
  ];
}

/** Whether these words name what is for a sensitive group. */
export const namesSensitive = (words: string, rules: readonly Rule[]): boolean =>
  firstMentioned(rules, words) !== undefined;
