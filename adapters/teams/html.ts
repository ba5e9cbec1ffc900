/** What a person reads of the HTML in which Teams keeps messages. Pure; one pass, however the tags are nested. */

export type Reading = {
  /** The names under which the desk itself is mentioned: such a mention is left out. */
  ours?: ReadonlySet<string>;
  /** Pictures came as files too, and only what is said of them is of use. */
  pictured?: boolean;
  /** The words of the attachment that stands where the tag `attachment` bears its id. */
  attached?(id: string): string | undefined;
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** A tag; what would end it may stand in its attributes within quotes. */
const tag = /<(\/?)([a-z][\w-]*)(?![\w-])((?:[^<>"']|"[^"]*"|'[^']*')*)>/giy;

const valueOf = (attributes: string, name: RegExp): string => {
  const [, double, single] = name.exec(attributes) ?? [];
  return decode(double ?? single ?? '');
};
const ALT = /(?:^|\s)alt=(?:"([^"]*)"|'([^']*)')/i;
const HREF = /(?:^|\s)href=(?:"([^"]*)"|'([^']*)')/i;
const ID = /(?:^|\s)id=(?:"([^"]*)"|'([^']*)')/i;

/** Elements that begin and end on lines of their own. */
const blocks = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 blockquote table tr pre codeblock hr'.split(' '));

/** The words of a message, with its tables, lists, links and pictures as plain text can have them. */
export function wordsIn(html: string, { ours, pictured, attached }: Reading = {}): string {
  const written: string[] = [];
  let last = '\n';
  /** How deep in quotations of others, whose words are not the writer's own; and in code, whose spaces count. */
  let quoting = 0;
  let verbatim = 0;
  /** How deep in cells: a row is one line, whatever paragraphs are in its cells. */
  let cells = 0;
  let link: { from: number; url: string } | undefined;
  let mention: number | undefined;
  /** What ends with the elements that are open, by their names, innermost last. */
  const open = new Map<string, ((() => void) | undefined)[]>();
  const lists: { next?: number }[] = [];

  function write(text: string): void {
    if (quoting > 0 || text === '') return;
    written.push(text);
    last = text.at(-1)!;
  }
  function say(text: string): void {
    if (verbatim > 0) return write(decode(text));
    const spaced = text.replace(/[ \t\r\n\f]+/g, ' ');
    write(decode(/\s/.test(last) && spaced.startsWith(' ') ? spaced.slice(1) : spaced));
  }
  const breakLine = (name: string) => {
    if (cells > 0 && (name === 'p' || name === 'div')) write(/\s/.test(last) ? '' : ' ');
    else if (last !== '\n') write('\n');
  };
  const since = (from: number) => written.slice(from).join('').trim();

  function endLink(): void {
    if (!link) return;
    const { from, url } = link;
    link = undefined;
    const text = since(from);
    if (/^(https?:|mailto:)/i.test(url) && !isSame(text, url)) write(text ? ` (${url})` : url);
  }
  function endMention(): void {
    if (mention !== undefined && ours?.has(since(mention))) {
      written.length = mention;
      last = written.at(-1)?.at(-1) ?? '\n';
    }
    mention = undefined;
  }

  /** Begins an element; gives what is done where it ends. */
  function begin(name: string, attributes: string): (() => void) | undefined {
    switch (name) {
      case 'br':
        write('\n');
        return undefined;
      case 'img':
        write(saidOf(valueOf(attributes, ALT)) || (pictured ? '' : '🖼'));
        return undefined;
      case 'emoji':
      case 'customemoji':
        write(valueOf(attributes, ALT));
        return undefined;
      case 'attachment':
        write(attached?.(valueOf(attributes, ID)) ?? '');
        return undefined;
      case 'a':
        endLink();
        link = { from: written.length, url: valueOf(attributes, HREF) };
        return endLink;
      case 'span':
        if (!/schema\.skype\.com\/Mention/i.test(attributes)) return undefined;
        mention = written.length;
        return endMention;
      case 'at':
        mention = written.length;
        return endMention;
      case 'ul':
      case 'ol':
        lists.push(name === 'ol' ? { next: 1 } : {});
        return () => void lists.pop();
      case 'li': {
        const list = lists.at(-1);
        write(list?.next === undefined ? '- ' : `${list.next++}. `);
        return undefined;
      }
      case 'td':
      case 'th':
        if (last !== '\n') write(last === ' ' ? '| ' : ' | ');
        cells += 1;
        return () => void (cells -= 1);
      case 'blockquote':
        if (!/schema\.skype\.com\/Reply/i.test(attributes)) return undefined;
        quoting += 1;
        return () => void (quoting -= 1);
      case 'pre':
      case 'codeblock':
        verbatim += 1;
        return () => void (verbatim -= 1);
      default:
        return undefined;
    }
  }

  for (let at = 0; at < html.length;) {
    tag.lastIndex = at;
    const found = html[at] === '<' ? tag.exec(html) : null;
    if (!found) {
      const next = html.indexOf('<', at + 1);
      say(html.slice(at, next < 0 ? undefined : next));
      at = next < 0 ? html.length : next;
      continue;
    }
    at = tag.lastIndex;
    const [, slash, named = '', attributes = ''] = found;
    const name = named.toLowerCase();
    const isBlock = blocks.has(name);
    if (slash) {
      open.get(name)?.pop()?.();
      if (isBlock) breakLine(name);
      continue;
    }
    if (isBlock) breakLine(name);
    const end = begin(name, attributes);
    if (attributes.endsWith('/')) end?.();
    else if (open.has(name)) open.get(name)!.push(end);
    else if (end) open.set(name, [end]);
  }
  const lines = written.join('').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is said of a picture; Teams says `image` of those that nobody has described. */
const saidOf = (description: string): string => (/^image$/i.test(description.trim()) ? '' : description);

/** Whether a link shows the very address that it leads to. */
function isSame(text: string, url: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return bare(text) === bare(url);
}
