/** Tables as Block Kit has them, and as the list that stands in for one. */
import type { types } from '@slack/bolt';
import { plain, type Part, type Text } from '../../src/card.js';
import { richText, type Ink } from './text.js';

const ROWS = 100;
const COLUMNS = 20;

/** Nothing where Slack would not take it whole: an empty cell, or half a table, is refused or misread. */
export function renderTable(
  { columns, rows }: Extract<Part, { kind: 'table' }>,
  ink: Ink,
): [types.TableBlock] | undefined {
  const lines: readonly (readonly Text[])[] = [columns.map((label): Text => [{ kind: 'bold', text: label }]), ...rows];
  const size = lines.flat().reduce((sum, cell) => sum + Math.max(plain(cell, ink.viewer).length, 1), 0);
  if (rows.length === 0 || lines.length > ROWS || columns.length > COLUMNS || size > ink.space.left) return undefined;
  return [
    {
      type: 'table',
      column_settings: columns.map(() => ({ is_wrapped: true })),
      rows: lines.map((line) => line.map((cell) => renderCell(cell, ink))),
    },
  ];
}

function renderCell(cell: Text, ink: Ink): types.RichTextBlock {
  const elements = richText(cell, ink);
  const some: types.RichTextElement[] = elements.length > 0 ? elements : richText([' '], ink);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: some }] };
}
