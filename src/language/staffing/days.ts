/** Days as people write them. Pure. */
const day = String.raw`(\d{4}-\d\d-\d\d)`;
/** `2026-12-01`, `2026-12-01..2026-12-05`, `2026-12-01 to 2026-12-05`, `2026-12-01至2026-12-05`. */
const days = new RegExp(String.raw`${day}(?:\s*(?:\.{2,3}|…|[-–—~～]|to|until|至|到)\s*${day})?$`, 'i');

/** The days that the words end with, and the words before them. */
export function daysIn(words: string): { before: string; from: string; to: string } | undefined {
  const [whole, from, to] = days.exec(words) ?? [];
  if (whole === undefined || from === undefined) return undefined;
  return { before: words.slice(0, -whole.length).trim(), from, to: to ?? from };
}
