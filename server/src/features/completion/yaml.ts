import { t } from '../../core/language.ts';
import type { KeyHelp } from '../hover/help.ts';
import { keyHover } from '../hover/terms.ts';
import { type Draft, startingWith } from './item.ts';
import type { YamlPlace } from './yaml-place.ts';

/** How a key's value is begun. */
export type Form = 'scalar' | 'list' | 'table';

/** Keys with their help that do not stand there yet. */
export function* keyDrafts(
  keys: Iterable<readonly [name: string, help: KeyHelp, form: Form]>,
  place: YamlPlace,
  what: string,
): Generator<Draft> {
  const given = new Set(place.others);
  given.delete(place.word);
  const drafts = function* (): Generator<Draft> {
    for (const [name, help, form] of keys) {
      if (given.has(name)) continue;
      yield {
        label: name,
        is: 'key',
        ...begun(name, form, place),
        kind: t`key`,
        detail: t(help.means),
        documentation: () => keyHover(name, help, what),
      };
    }
  };
  yield* startingWith(place.typed, drafts());
}

/** A key with what its value begins with: `date: `, `parties: [$0]`, `terms:` and an indented line. */
function begun(
  name: string,
  form: Form,
  { colon, flow, quote }: YamlPlace,
): Partial<Draft> & { text: string } {
  if (colon || quote) return { text: name };
  if (form === 'list') return { text: `${name}: [$0]`, snippet: true, again: true };
  if (form === 'table' && flow) return { text: `${name}: { $0 }`, snippet: true };
  if (form === 'table') return { text: `${name}:\n  $0`, snippet: true };
  return { text: `${name}: `, again: true };
}

/** Values, those left out that stand in the same list; in a value that is a list they get its brackets. */
export function* valueDrafts(
  drafts: Iterable<Draft>,
  place: YamlPlace,
  isList = false,
): Generator<Draft> {
  for (const draft of drafts) {
    if (place.others.includes(draft.label)) continue;
    const text = place.quote ? draft.text : plainYaml(draft.text);
    yield isList && !place.item && !place.quote
      ? { ...draft, text: `[${text}]` }
      : { ...draft, text };
  }
}

/** A text that YAML reads as it is, or in quotes. */
const plainYaml = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} _.+/()-]*$/u.test(text) && text.trim() === text
    ? text
    : `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A value that is chosen among a few. */
export const choice = (label: string, kind: string, detail = ''): Draft => ({
  label,
  is: 'value',
  text: label,
  kind,
  detail,
});
