/** What a person typed, as Slack hands it over, back into the words they saw. */

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Undoes Slack's escaping once: mentions and links become what was readable, entities their character. */
export function decode(text: string): string {
  return text.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (token: string, inner: string | undefined) =>
    inner === undefined ? (ENTITIES[token] ?? token) : decodeEntities(readToken(inner)),
  );
}

/** Takes out the mention by which the desk was addressed. */
export function withoutMention(text: string, user: string): string {
  return text.replaceAll(new RegExp(`<@${user}(\\|[^<>]*)?>[ :,，：]*`, 'g'), '').trim();
}

export const mentions = (text: string, user: string) => new RegExp(`<@${user}(\\|[^<>]*)?>`).test(text);

const decodeEntities = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

function readToken(token: string): string {
  const [target = '', label] = token.split(/\|(.*)/s);
  if (target.startsWith('@') || target.startsWith('#'))
    return label ? `${target[0]}${label.replace(/^[@#]/, '')}` : target;
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  if (!label || bare(label) === bare(target)) return target.replace(/^mailto:/, '');
  return `${label} (${target})`;
}

const bare = (url: string) => url.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
