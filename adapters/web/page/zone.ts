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

/** A day of the week (0 is Sunday) and a time `HH:MM`. */
export type Weekly = { day: number; time: string };

/** The next time there that it is this day and time, as a local time. */
export function next({ day, time }: Weekly, now: Date, zone: string): string {
  const local = localOf(now, zone);
  const date = new Date(`${local.slice(0, 10)}T00:00Z`);
  const days = (day - date.getUTCDay() + 7) % 7;
  date.setUTCDate(date.getUTCDate() + (days === 0 && local.slice(11) >= time ? 7 : days));
  return `${date.toISOString().slice(0, 10)}T${time}`;
}

/** Whether it is that day there, and no more than an hour later than that time. */
export function isNow({ day, time }: Weekly, now: Date, zone: string): boolean {
  const since = now.getTime() - momentOf(`${localOf(now, zone).slice(0, 10)}T${time}`, zone).getTime();
  return new Date(`${localOf(now, zone)}Z`).getUTCDay() === day && since >= 0 && since < 3_600_000;
}
