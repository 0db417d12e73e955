import { t } from '../../core/language.ts';
import { entriesOf } from '../../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { ownOf } from '../../core/snapshot/summary.ts';
import type { Span } from '../../core/text.ts';
import type { Edit } from '../../core/writing/edit.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { type Named, namedAt, type Refusal, shownName, typedName, unsoundName } from './named.ts';
import { uriWithKey, type Written, writtenPlaces } from './places.ts';
import { fixedName, takenBy } from './taken.ts';

/** What a rename changes: edits by file, and for a document the file's own name. */
export interface Renaming {
  readonly files: readonly FileEdit[];
  readonly rename?: { readonly from: string; readonly to: string };
}

export interface Renamable {
  /** What is named at the cursor. */
  readonly span: Span;
  readonly placeholder: string;
}

/** What can be renamed at `offset`, or why it cannot; undefined where nothing is named. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Renamable | Refusal | undefined {
  const here = namedAt(snapshot, uri, offset);
  if (!here || 'refused' in here) return here;
  const refused = fixedName(snapshot, here.named);
  if (refused) return { refused };
  return { span: { from: here.from, to: here.to }, placeholder: shownName(here.named) };
}

/**
 * Gives what is named at `offset` another name, at every place of the collection where it is written:
 * the id of a mark or an entity, a kind, a relation, a series, or the key of a document with its file.
 */
export function rename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  newName: string,
): Renaming | Refusal {
  const here = namedAt(snapshot, uri, offset);
  if (!here) return { refused: t`Nothing is named here.` };
  return 'refused' in here ? here : renamed(snapshot, here.named, newName);
}

/** Gives something another name. */
export function renamed(snapshot: Snapshot, named: Named, newName: string): Renaming | Refusal {
  const name = typedName(named, newName);
  const refused = fixedName(snapshot, named) ?? unsoundName(named, name);
  if (refused) return { refused };
  if (name === shownName(named)) return { files: [] };
  const taken = takenBy(snapshot, named, name);
  if (taken) return { refused: t`${taken} Choose another name.` };
  const files = filesWith(writtenPlaces(snapshot, named), name);
  if (named.is !== 'document') return { files };
  const { uri } = entriesOf(snapshot, ownOf(named.name))[0] as Entry;
  return { files, rename: { from: uri, to: uriWithKey(uri, name) } };
}

/** Writes a name at these places, file by file in order of their URI. */
export function filesWith(places: Iterable<Written>, name: string): FileEdit[] {
  const files = new Map<string, Edit[]>();
  for (const { uri, from, to } of places) {
    const edits = files.get(uri) ?? [];
    edits.push({ span: { from, to }, text: name });
    files.set(uri, edits);
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uri, edits]) => ({ uri, edits: edits.sort((a, b) => a.span.from - b.span.from) }));
}
