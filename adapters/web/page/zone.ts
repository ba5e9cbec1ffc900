/** Local times of a person's zone, which need not be the browser's. */

const parts = (at: Date, zone: string) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** A moment as `YYYY-MM-DDTHH:MM` there. */
export function localOf(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = parts(at, zone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment of a local `YYYY-MM-DDTHH:MM` there; a time that a clock change skips becomes the one after it. */
export function momentOf(local: string, zone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  const offset = (at: number) => Date.parse(`${localOf(new Date(at), zone)}Z`) - Math.floor(at / 60_000) * 60_000;
  return new Date(asUtc - offset(asUtc - offset(asUtc)));
}

/** Monday 9:00 of the next week there, as a local time. */
export function nextMonday(now: Date, zone: string): string {
  const date = new Date(`${localOf(now, zone).slice(0, 10)}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return `${date.toISOString().slice(0, 10)}T09:00`;
}
