import { continues } from '../../core/codebook/builtin/attributes.ts';
import { builtinCodebook } from '../../core/codebook/read-codebook.ts';
import { t } from '../../core/language.ts';
import { fileNameOf } from '../../core/snapshot/keys.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { definitionOf, entriesOf } from '../../core/snapshot/resolve.ts';
import { sameKey } from '../../core/snapshot/same-key.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf, ownOf } from '../../core/snapshot/summary.ts';
import { shortened } from '../../core/text.ts';
import { pathFrom } from '../../rules/place.ts';
import { markIndex } from '../index/mark-index.ts';
import type { Fit } from '../index/word-index.ts';
import { wordsOf } from '../index/words.ts';
import type { Named } from './named.ts';

/** Why this has no name that could be changed; undefined where it has. */
export function fixedName(snapshot: Snapshot, { is, name }: Named): string | undefined {
  const { codebook } = snapshot;
  switch (is) {
    case 'kind':
    case 'relation': {
      const all = is === 'kind' ? 'kinds' : 'relations';
      if (builtinCodebook[all].has(name))
        return t`“${name}” is built in: every collection calls it so.`;
      return codebook[all].has(name) ? undefined : t`The codebook has no ${t(is)} “${name}”.`;
    }
    case 'series':
      return codebook.series.has(name) ? undefined : t`The codebook has no series “${name}”.`;
    case 'entity':
      return codebook.entities.has(idOf(name))
        ? undefined
        : t`Nothing is called “${idOf(name)}”, so there is nothing to rename.`;
    case 'document': {
      const entries = entriesOf(snapshot, ownOf(name));
      if (!entries.length) return t`There is no document “${ownOf(name)}” in this collection.`;
      if (entries.length < 2) return undefined;
      const paths = pathsFrom(
        entries[0],
        entries.map(({ uri }) => uri),
      );
      return t`${entries.length} documents have the key “${ownOf(name)}”: ${paths}. Rename one of the files first.`;
    }
    default:
      return entriesOf(snapshot, ownOf(name)).some((entry) => definitionOf(entry, idOf(name)))
        ? undefined
        : t`There is no mark “${name}”, so there is nothing to rename.`;
  }
}

/** Who has the wanted name already, as a sentence; undefined where it is free. */
export function takenBy(snapshot: Snapshot, named: Named, wanted: string): string | undefined {
  const { codebook } = snapshot;
  const { is, name } = named;
  switch (is) {
    case 'kind':
      return codebook.kinds.has(wanted) ? t`There is a kind “${wanted}” already.` : undefined;
    case 'relation':
      return takenRelation(snapshot, wanted);
    case 'series':
      return codebook.series.has(wanted) ? t`There is a series “${wanted}” already.` : undefined;
    case 'entity':
      return takenByEntity(snapshot, wanted) ?? takenByAnyMark(snapshot, wanted);
    case 'document': {
      const others = sameKey(snapshot, wanted).filter(
        (uri) => snapshot.entries.get(uri)?.key !== ownOf(name),
      );
      return others.length
        ? t`The key “${wanted}” belongs to ${pathsFrom(entriesOf(snapshot, ownOf(name))[0], others)} already.`
        : undefined;
    }
    default:
      return takenByEntity(snapshot, wanted) ?? takenByMark(snapshot, ownOf(name), wanted);
  }
}

/** Files as somebody in the folder of a document calls them. */
const pathsFrom = (entry: Entry | undefined, uris: readonly string[]): string =>
  uris.map((uri) => pathFrom(entry?.uri ?? '', uri)).join(', ');

function takenRelation({ codebook }: Snapshot, wanted: string): string | undefined {
  if (codebook.relations.has(wanted)) return t`There is a relation “${wanted}” already.`;
  const isBuiltin = codebook.attributes.has(wanted) || wanted === continues.name;
  return isBuiltin ? t`“${wanted}” has a meaning of its own in braces.` : undefined;
}

function takenByEntity({ codebook }: Snapshot, wanted: string): string | undefined {
  const entity = codebook.entities.get(wanted);
  return entity && t`“${wanted}” is “${entity.name}” in the codebook already.`;
}

function takenByMark(snapshot: Snapshot, own: string, wanted: string): string | undefined {
  for (const entry of entriesOf(snapshot, own)) {
    const taken = markCalled(entry, wanted);
    if (taken) return taken;
  }
  return undefined;
}

/** An entity's id must be free in every document: there `#id` would mean the mark. */
function takenByAnyMark(snapshot: Snapshot, wanted: string): string | undefined {
  const marks = markIndex(snapshot);
  let first: number | undefined;
  marks.find(wordsOf(wanted), (mark, fit) => {
    if (fit !== isId || marks.markAt(mark)?.definition.id !== wanted) return;
    if (first === undefined || marks.compare(mark, first) < 0) first = mark;
  });
  const entry = first === undefined ? undefined : marks.markAt(first)?.entry;
  return entry && markCalled(entry, wanted);
}

/** How a mark fits whose id has just the words that are looked for; their signs may differ. */
const isId: Fit = 3;

function markCalled(entry: Entry, id: string): string | undefined {
  const definition = definitionOf(entry, id);
  if (!definition) return undefined;
  const words = shortened(wordsOfMark(entry, definition), 60);
  return t`“${id}” is the mark “${words}” of ${entry.key ?? fileNameOf(entry.uri)} already.`;
}
