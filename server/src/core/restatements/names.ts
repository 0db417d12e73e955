import type { Passage, Token } from './passage.ts';

/** A name of one or more words, with what stands on either side of it. */
interface Named {
  readonly keys: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Whether one passage names somebody or something else where the other has its own name: "the mandate of
 * the North Mission" and "the mandate of the South Mission". Persons do not count: whoever holds an office
 * speaks for the same state.
 */
export function nameOthers(a: readonly Token[], b: readonly Token[]): boolean {
  const keysA = new Set(a.map(({ key }) => key));
  const keysB = new Set(b.map(({ key }) => key));
  const shared = namesIn(a).some(({ keys }) => !isMissing(keys, keysB));
  const onlyA = namesIn(a).filter(({ keys }) => isMissing(keys, keysB));
  const onlyB = namesIn(b).filter(({ keys }) => isMissing(keys, keysA));
  if (onlyA.length && onlyB.length && !shared) return true;
  return onlyA.some((one) =>
    onlyB.some(
      (other) =>
        (one.before !== undefined && one.before === other.before) ||
        (one.after !== undefined && one.after === other.after),
    ),
  );
}

/** Half of the words of a name, or more, are not there. */
function isMissing(keys: readonly string[], there: ReadonlySet<string>): boolean {
  return 2 * keys.filter((key) => !there.has(key)).length >= keys.length;
}

/** What stands before the name with which a passage begins. */
const beginning = '^';

/** The names of a passage that tell what it is about, behind the words with which it begins to speak. */
export function namesIn(tokens: readonly Token[]): Named[] {
  const told = tokens.filter(({ weight }) => weight > 0);
  const names: Named[] = [];
  for (let at = 0; at < told.length; at++) {
    if (!told[at]?.name) continue;
    let end = at + 1;
    while (told[end]?.name && (told[end] as Token).from - (told[end - 1] as Token).to <= 1) end++;
    const run = told.slice(at, end);
    const isPerson = run[0]?.speaking || (told[at - 1]?.speaking && told[at - 1]?.name);
    const keys = run
      .filter(({ weight, key }) => weight >= 1 || key.startsWith('#'))
      .map(({ key }) => key);
    if (keys.length && !isPerson) {
      names.push({ keys, before: at ? told[at - 1]?.key : beginning, after: told[end]?.key });
    }
    at = end - 1;
  }
  return names;
}

/** The one state or body with which a passage begins, where it speaks alone: "The United States will …". */
export function soleSubject({ tokens }: Passage): string | undefined {
  const [first, second] = tokens.filter(({ key, weight }) => weight > 0 || key === 'and');
  if (!first?.key.startsWith('#') || !second || second.name || second.key === 'and')
    return undefined;
  return first.key;
}
