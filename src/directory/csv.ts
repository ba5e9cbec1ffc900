/** Reads CSV as spreadsheets write it: with a mark of its order of bytes, with CRLF, quotes, commas, semicolons or tabs. Pure. */

export type CsvRow = { line: number; cells: string[] };

/** The quote that opens in this line is not closed. */
export class OpenQuote extends Error {
  constructor(readonly line: number) {
    super(`the quote that opens in line ${line} is not closed`);
  }
}

/** The sign that separates the cells of the first line: the one that it has most of outside quotes. */
function separatorOf(text: string): string {
  const first = (text.replace(/^[\r\n]+/, '').split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Empty lines are left out; lines are counted as a spreadsheet shows them. @throws OpenQuote */
export function readCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let started = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ line: started, cells });
    cells = [];
    started = line;
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (sign === '"' && cell.trim() === '') {
      const opened = line;
      cell = '';
      for (at += 1; source[at] !== '"' || source[at + 1] === '"'; at++) {
        if (at >= source.length) throw new OpenQuote(opened);
        if (source[at] === '"') at += 1;
        if (source[at] === '\n') line += 1;
        cell += source[at];
      }
    } else if (sign === separator) endCell();
    else if (sign === '\n' || (sign === '\r' && source[at + 1] !== '\n')) {
      line += 1;
      endRow();
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}
