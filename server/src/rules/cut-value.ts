import { t } from '../core/language.ts';
import { quote } from '../core/reading/items.ts';
import type { Cut } from '../core/yaml/cut.ts';
import { replacement } from './mend.ts';
import type { Fix } from './rule.ts';
import { brief } from './say.ts';

/** The ways to put together again what a comma has cut; where several values could be meant, only a person can tell. */
export function* mendCut(cut: Cut, text: string): Generator<Fix> {
  const words = text.slice(cut.from, cut.to);
  const write = (value: string, preferred: boolean): Fix => ({
    title: t`Write ${brief(value)}`,
    edits: [replacement(cut, value)],
    preferred,
  });
  if (cut.isList) yield write(`[${words}]`, false);
  // In quotes a comment would be words.
  if (!/[ \t\r\n]#/.test(words)) yield write(quote(words), !cut.isList);
}
