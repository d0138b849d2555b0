/** A calendar file (RFC 5545) with a whole-day entry for each date on which to come back. */
export interface Reminder {
  /** The local day. */
  readonly day: Date;
  /** Stays the same when the same file is made again, so that a calendar replaces the entry and does not double it. */
  readonly uid: string;
  readonly summary: string;
  readonly text: string;
  readonly link: string | undefined;
}

/** @param made when the file was made: its DTSTAMP */
export function calendarFile(reminders: readonly Reminder[], made: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Standpoint//Come back to it//EN',
    ...reminders.flatMap((one) => eventOf(one, made)),
    'END:VCALENDAR',
  ];
  return lines.map((one) => `${folded(one)}\r\n`).join('');
}

const eventOf = ({ day, uid, summary, text, link }: Reminder, made: Date): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${digits(made.toISOString()).slice(0, 8)}T${digits(made.toISOString()).slice(8, 14)}Z`,
  `DTSTART;VALUE=DATE:${dayOf(day)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(link ? `${text}\n${link}` : text)}`,
  ...(link ? [`URL:${link}`] : []),
  // It keeps nobody from being invited, and colleagues who share the calendar need not read it.
  'TRANSP:TRANSPARENT',
  'CLASS:PRIVATE',
  'END:VEVENT',
];

const digits = (text: string): string => text.replace(/\D/g, '');

const dayOf = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((one) => String(one).padStart(2, '0')).join('');

/** Text as 3.3.11 has it. Any other sign that a calendar could take for the end of a line would let a text add entries. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

/** Lines of at most 75 octets, never broken inside a character; what goes on begins with a space (3.1). */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
