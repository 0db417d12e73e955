import { quote as quoted } from '../reading/items.ts';
import { isEscape } from '../reading/signs.ts';
import { readsAsTarget } from '../reading/target-signs.ts';

/** What import writes into the front matter, in this order; what is undefined is left out. */
export interface ImportedFields {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly issuer?: string | undefined;
  readonly series?: string | undefined;
  readonly lang?: string | undefined;
  readonly source?: string | undefined;
  readonly sha256?: string | undefined;
}

/**
 * Escapes a source so that it holds no construct and strips back to itself: a backslash goes only where
 * the source would be read as one (language.md, section 2, *Inserting*). It knows nothing of front
 * matter: a source that begins with `---` needs one before it.
 */
export function escapeSource(source: string): string {
  let result = '';
  let kept = 0;
  for (let at = 0; at < source.length; at++) {
    if (!needsEscape(source, at)) continue;
    result += `${source.slice(kept, at)}\\`;
    kept = at;
  }
  return result + source.slice(kept);
}

/** Whether the sign at an offset would be read as part of a construct, in a source with nothing put into it. */
export function needsEscape(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code === 92) return isEscape(source, at);
  const next = source.charCodeAt(at + 1);
  if (code === 94) return next === 91;
  if (code !== 93) return false;
  if (next === 123) return true;
  return next === 40 && (source.charCodeAt(at + 2) === 35 || readsAsTarget(source, at + 1));
}

/** A source as a readout: escaped, behind a front matter of these fields. Strip gives it back. */
export function importSource(source: string, fields: ImportedFields): string {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return `${bom}${frontMatter(fields, lineEndOf(source))}${escapeSource(source.slice(bom.length))}`;
}

/** A front matter of these fields with the one empty line that belongs to it. */
export function frontMatter(fields: ImportedFields, lineEnd: string): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${yamlText(value)}`],
  );
  return ['---', ...lines, '---', '', ''].join(lineEnd);
}

/** CRLF where the text has CRLF throughout, else LF; never a lone CR, which would join with an LF behind it. */
export const lineEndOf = (text: string): string =>
  text.includes('\r\n') && !/[^\r]\n|^\n|\r(?!\n)/.test(text) ? '\r\n' : '\n';

/** A text as a YAML value: plain where that is safe, else in double quotes. */
export function yamlText(value: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} .,/()'’–+-]*$/u.test(value) && value === value.trim();
  if (plain) return value;
  const safe = value.replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD');
  return quoted(safe);
}
