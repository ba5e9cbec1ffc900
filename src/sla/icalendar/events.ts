/** The lines of an iCalendar file (RFC 5545), event by event. Pure. */

/** `said` is the line as it stands in the file, unfolded; the name and the parameters are in capitals. */
export type Property = { name: string; parameters: readonly string[]; value: string; said: string; line: number };
/** `zone` is that of its calendar, where the file names one. */
export type VEvent = { line: number; zone?: string; properties: Property[] };

/** A line that goes on is put together; the number is that of its beginning. */
function* linesOf(source: string): Generator<{ said: string; line: number }> {
  let open: { said: string; line: number } | undefined;
  for (const [index, text] of source.split(/\r\n|\n|\r/).entries()) {
    if (open && /^[ \t]/.test(text)) open.said += text.slice(1);
    else {
      if (open) yield open;
      open = { said: text, line: index + 1 };
    }
  }
  if (open) yield open;
}

/** A quoted parameter may contain colons and semicolons. Nothing, where a line has no name or no value. */
function propertyOf(said: string, line: number): Property | undefined {
  const bare = said.replace(/"[^"]*"/g, (quoted) => '"'.repeat(quoted.length));
  const colon = bare.indexOf(':');
  if (colon < 1) return undefined;
  const [name = '', ...parameters] = bare.slice(0, colon).toUpperCase().split(';');
  return { name, parameters, value: said.slice(colon + 1).trim(), said, line };
}

/** All events of all calendars in a file. Undefined when it holds no calendar, or one that does not end. */
export function eventsIn(source: string): VEvent[] | undefined {
  const events: VEvent[] = [];
  const within: string[] = [];
  let calendars = 0;
  let zone: { zone: string } | undefined;
  for (const { said, line } of linesOf(source)) {
    const property = propertyOf(said, line);
    const inside = within.at(-1);
    if (!property) continue;
    if (property.name === 'BEGIN') {
      const component = property.value.toUpperCase();
      within.push(component);
      if (component === 'VCALENDAR') zone = undefined;
      if (component === 'VEVENT') events.push({ line, ...zone, properties: [] });
    } else if (property.name === 'END') {
      if (within.pop() !== property.value.toUpperCase()) return undefined;
      if (inside === 'VCALENDAR') calendars++;
    } else if (inside === 'VEVENT') events.at(-1)!.properties.push(property);
    else if (inside === 'VCALENDAR' && property.name === 'X-WR-TIMEZONE') zone = { zone: property.value };
  }
  return calendars > 0 && within.length === 0 ? events : undefined;
}
