/** An ISO day, month or year as a reader of this language says it; anything else as it is. */
export function dayInWords(iso: string, language: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso) ?? [];
  const at = year && new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (!at || Number.isNaN(at.getTime())) return iso;
  return formatOf(language, !!month, !!day).format(at);
}

/** Made once: that takes a hundred times as long as saying a day, and a text may have a thousand. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, hasMonth: boolean, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasMonth} ${hasDay}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(hasMonth && { month: 'long' }),
    ...(hasDay && { day: 'numeric' }),
  });
  formats.set(key, made);
  return made;
}

/** A day, or a first and a last one with a slash between them. */
export const daysInWords = (text: string, language: string): string =>
  text
    .split('/')
    .map((day) => dayInWords(day, language))
    .join(' – ');
