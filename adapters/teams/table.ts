/** Tables as Adaptive Cards have them, and the lines that stand in for one. */
import { lineOf, plain, type Part, type Row, type Text, type Viewer } from '../../src/card.js';
import type { Element } from './elements.js';
import { bytes, ROOM } from './size.js';
import { blocks, type Style } from './text.js';

/** The most that a table may take of a card's room: what is cut off at the end would be all of it. */
const SHARE = 0.7;
/** So many characters of a cell make one part of a column's width, and so many parts it has at most. */
const PART = 8;
const WIDEST = 4;

/** Whom a table names, it does not call: nobody is mentioned in one. */
export function drawTable({ columns, rows }: Extract<Part, { kind: 'table' }>, viewer: Viewer): Element[] {
  const write = (text: Text, style: Style = {}) => blocks(text, viewer, () => undefined, [], style);
  const lines = rows.flatMap((row) => write(['• ', ...lineOf(row)]));
  if (lines.length === 0) return [];
  const longest = (index: number) => Math.max(...rows.map((row) => plain(row[index] ?? [], viewer).length));
  const drawRow = (row: Row, style?: Style) => ({
    type: 'TableRow' as const,
    cells: row.map((cell) => ({ type: 'TableCell' as const, items: write(cell, style) })),
  });
  const table: Element = {
    type: 'Table',
    columns: columns.map((_, index) => ({ width: Math.min(Math.max(Math.ceil(longest(index) / PART), 1), WIDEST) })),
    rows: [
      drawRow(
        columns.map((label) => [label]),
        { weight: 'bolder' },
      ),
      ...rows.map((row) => drawRow(row)),
    ],
    fallback: { type: 'Container', items: lines },
  };
  return bytes(table) <= ROOM * SHARE ? [table] : lines;
}
