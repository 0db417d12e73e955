import { t } from '../language.ts';
import type { Entry } from '../yaml/yaml.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import type { Codebook, CodebookIssue, Kind } from './codebook.ts';
import { type Part, type Report, reportTo, wordIn, wordsIn } from './file.ts';
import { checkFields, flag, isName, laidOver } from './overlay.ts';

const fields = {
  keys: ['means', 'registered', 'color', 'examples', 'not'],
  lists: ['examples', 'not'],
};
const advice = (): string =>
  t`Write "name:" and below it, indented, means:, registered: and the like; or "name: off".`;

/** The built-in kinds with the collection's laid over them; those switched off left out. */
export function readKinds(
  builtin: ReadonlyMap<string, Kind>,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Kind> {
  const report = reportTo(issues);
  return laidOver(builtin, parts, {
    ...{ report, advice: advice() },
    allows: (entry, part) => isName(entry, part, report),
    overlay: (base, entry, part) => overlay(base, entry, part, report),
  });
}

/** The kind that tells what happened on a promise, and makes none. */
export const reporting = 'evidence';

/** Whether marks of this kind state something that may be said again and of which something may become: they are registered, and no report. */
export const isStatement = ({ kinds }: Pick<Codebook, 'kinds'>, kind: string): boolean =>
  kind !== reporting && !!kinds.get(kind)?.registered;

function overlay(base: Kind | undefined, entry: Entry, part: Part, report: Report): Kind {
  const { key, value } = entry;
  checkFields(entry, fields, t`A kind`, part, report);
  const field = (of: string) => entryOf(value, of)?.value;
  const words = (of: string) => wordIn(field(of), part, report)?.text;
  const list = (of: string) =>
    field(of) && wordsIn(field(of), part, report).map((piece) => piece.text);
  return {
    name: key.text,
    means: words('means') ?? base?.means ?? '',
    registered: flag(field('registered'), part, report) ?? base?.registered ?? false,
    color: words('color') ?? base?.color,
    examples: list('examples') ?? base?.examples ?? [],
    not: list('not') ?? base?.not ?? [],
    place: part.place(pieceOf(key)),
  };
}
