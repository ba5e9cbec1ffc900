/** An article's body, a small Markdown of paragraphs, lists, bold, code and links, as parts of a card. */
import { bold, code, link, type Part, type Span, type Text } from './card.js';

const inline = /\*\*([^*\n]+)\*\*|`([^`]+)`|\[([^[\]]+)\]\(([^)\s]+)\)|(?<![\w*])\*([^*\n]+)\*(?![\w*])/g;

function spans(line: string): Text {
  const found: Span[] = [];
  let end = 0;
  for (const match of line.matchAll(inline)) {
    if (match.index > end) found.push(line.slice(end, match.index));
    const [whole, strong, literal, label, url, emphasis] = match;
    if (strong !== undefined) found.push(bold(strong));
    else if (literal !== undefined) found.push(code(literal));
    else if (label !== undefined) found.push(link(label, url!));
    else found.push(emphasis!);
    end = match.index + whole.length;
  }
  if (end < line.length) found.push(line.slice(end));
  return found;
}

const item = /^(?:(\d+)(?:[.)](?!\d)|、)\s*|[-*]\s+)(\S.*)$/;

export function prose(body: string): Part[] {
  const parts: Part[] = [];
  for (const block of body.split(/\n\s*\n/)) {
    let paragraph: string[] = [];
    let items: string[] = [];
    let ordered = false;
    const flush = () => {
      if (paragraph.length > 0) parts.push({ kind: 'text', text: spans(paragraph.join(' ')) });
      if (items.length > 0) parts.push({ kind: 'list', ordered, items: items.map(spans) });
      paragraph = [];
      items = [];
    };
    for (const line of block.split('\n').map((each) => each.replace(/^#+\s*/, ''))) {
      const match = item.exec(line.trim());
      if (match) {
        if (paragraph.length > 0 || (items.length > 0 && ordered !== (match[1] !== undefined))) flush();
        ordered = match[1] !== undefined;
        items.push(match[2]!);
      } else if (items.length > 0 && /^\s+\S/.test(line)) items[items.length - 1] += ` ${line.trim()}`;
      else if (line.trim()) {
        if (items.length > 0) flush();
        paragraph.push(line.trim());
      }
    }
    flush();
  }
  return parts;
}
