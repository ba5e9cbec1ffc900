/** The report: what was measured, the goal, and whether it was reached. */
type Row = { what: string; measured: string; goal?: string; reached?: boolean };

const rows: Row[] = [];

/** A measurement without a goal. */
export function note(what: string, measured: string): void {
  rows.push({ what, measured });
  process.stderr.write(`${what}: ${measured}\n`);
}

export function goal(what: string, measured: string, wanted: string, reached: boolean): void {
  rows.push({ what, measured, goal: wanted, reached });
  process.stderr.write(`${what}: ${measured} (goal ${wanted}: ${reached ? 'reached' : 'MISSED'})\n`);
}

export function print(title: string): void {
  const cells = [
    ['', 'measured', 'goal', ''],
    ...rows.map(({ what, measured, goal = '', reached }) => [
      what,
      measured,
      goal,
      reached === undefined ? '' : reached ? 'reached' : 'missed',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
  process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n`);
}
