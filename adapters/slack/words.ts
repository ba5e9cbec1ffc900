/** What a person typed, as Slack hands it over, back into the words they saw. */

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What is mentioned in words: `<@U…>`, `<#C…>`, `<!subteam^S…>`. */
export type Mentioned = `person:${string}` | `channel:${string}` | `group:${string}`;
/** What people call that which is mentioned, without its sign. */
export type Names = (mentioned: Mentioned) => string | undefined;

const nameless: Names = () => undefined;
const SIGNS = [
  ['@', 'person', '@'],
  ['#', 'channel', '#'],
  ['!subteam^', 'group', '@'],
] as const;

/** Undoes Slack's escaping once: mentions and links become what was readable, entities their character. */
export function decode(text: string, names: Names = nameless): string {
  return text.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (token: string, inner: string | undefined) =>
    inner === undefined ? (ENTITIES[token] ?? token) : readToken(inner, names),
  );
}

/** Whom and what words mention, each once, in order. */
export function mentionedIn(text: string): Mentioned[] {
  const found = [...text.matchAll(/<([^<>|]+)/g)].flatMap(([, target]) => mentionOf(target!)?.what ?? []);
  return [...new Set(found)];
}

/** Takes out the mention by which the desk was addressed. */
export function withoutMention(text: string, user: string): string {
  return text.replaceAll(new RegExp(`<@${user}(\\|[^<>]*)?>[\\s:：,，]*`, 'g'), '').trim();
}

export const mentions = (text: string, user: string) => new RegExp(`<@${user}(\\|[^<>]*)?>`).test(text);

const decodeEntities = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

function mentionOf(target: string): { what: Mentioned; sign: string; id: string } | undefined {
  for (const [begins, kind, sign] of SIGNS) {
    const id = target.startsWith(begins) ? target.slice(begins.length) : '';
    if (id) return { what: `${kind}:${id}`, sign, id };
  }
  return undefined;
}

function readToken(token: string, names: Names): string {
  const [target = '', label] = token.split(/\|(.*)/s);
  const mention = mentionOf(target);
  if (mention) {
    const labelled = label && decodeEntities(label).replace(/^[@#]/, '');
    return `${mention.sign}${names(mention.what) ?? (labelled || mention.id)}`;
  }
  return decodeEntities(readLink(target, label));
}

function readLink(target: string, label: string | undefined): string {
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  if (!label || bare(label) === bare(target)) return target.replace(/^mailto:/, '');
  return `${label} (${target})`;
}

const bare = (url: string) => url.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
