import { config, t as translated } from '@vscode/l10n';

/** The language of what a person reads. A server has one client, so it is the same for the whole process. */
let isEnglish = true;

/**
 * From now on everything is said in the language of these messages, each under its English; what they lack is said
 * in English. They come from the client, so they may be anything.
 */
export function speak(messages: unknown): void {
  // Of no object that has names of its own: a kind may be called `constructor`.
  const contents: Record<string, string> = Object.create(null);
  if (typeof messages === 'object' && messages !== null) {
    for (const [english, words] of Object.entries(messages))
      if (typeof words === 'string') contents[english] = words;
  }
  config({ contents });
  isEnglish = Object.keys(contents).length === 0;
}

/**
 * What a person reads, written in English: t`${count} places`. From a table of data: t(kind.means).
 * A hover says some thirty of them, so English is put together here, which takes a tenth of the library's time.
 */
export function t(text: string | TemplateStringsArray, ...values: (string | number)[]): string {
  if (typeof text === 'string') return isEnglish ? text : translated(text);
  if (!isEnglish) return translated(text, ...values);
  let said = text[0] as string;
  for (let i = 0; i < values.length; i++) said += `${values[i]}${text[i + 1]}`;
  return said;
}
