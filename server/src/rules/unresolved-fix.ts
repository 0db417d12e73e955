import { putCodebook } from '../core/codebook-edit.ts';
import { readDay } from '../core/dates.ts';
import type { Target } from '../core/document.ts';
import { frontMatter } from '../core/import.ts';
import { isId } from '../core/items.ts';
import { isKey } from '../core/keys.ts';
import { resolve } from '../core/resolve.ts';
import { sameKey } from '../core/same-key.ts';
import { stripSpan } from '../core/strip.ts';
import { replacement } from './mend.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { endsLikeFile, nearestOf, withoutFileEnding } from './unresolved-near.ts';

/** The kinds of things that have a name of their own, as entities have. */
const named = ['actor', 'place', 'instrument', 'event', 'concept'];

/** How many nearest names, and how many marks of other documents, are offered. */
const most = 3;

/** The ways to mend a target that leads nowhere, the surest first. */
export function* unresolvedFixes(target: Target, context: Context): Generator<Fix> {
  yield* withoutEnding(target, context);
  yield* renamed(target, context);
  yield* sameIdElsewhere(target, context);
  yield* newEntity(target, context);
  yield* newDocument(target, context);
}

/** What stands in the place of the target: in `version-of` a key without `#`. */
const written = (key: string, { id, from }: Target, { document }: Context): string =>
  from < document.body ? key : `${key}#${id}`;

function* withoutEnding(target: Target, context: Context): Generator<Fix> {
  if (!endsLikeFile(target.key)) return;
  const key = withoutFileEnding(target.key);
  if (resolve(context.snapshot, context.entry, { key, id: target.id }).to === 'nothing') return;
  const edits = [replacement(target, written(key, target, context))];
  yield { title: 'Leave the ending of the file name out', edits, preferred: true };
}

function* renamed(target: Target, context: Context): Generator<Fix> {
  const { snapshot, entry } = context;
  for (const [index, name] of nearestOf(target, context, most).entries()) {
    const [key = '', id = ''] = name.split('#');
    if (
      target.from >= context.document.body &&
      resolve(snapshot, entry, { key, id }).to === 'nothing'
    )
      continue;
    const edits = [replacement(target, name)];
    yield { title: `Change it to ${said(name)}`, edits, ...(index === 0 && { preferred: true }) };
  }
}

/** The id exists, but in another document. */
function* sameIdElsewhere(
  { key, id, ...span }: Target,
  { entry, snapshot }: Context,
): Generator<Fix> {
  if (!id) return;
  const owners: string[] = [];
  for (const other of snapshot.entries.values()) {
    if (other.uri === entry.uri || !other.key || other.key === key) continue;
    if (other.summary.definitions.some((definition) => definition.id === id))
      owners.push(other.key);
  }
  if (owners.length > most) return;
  for (const owner of owners.sort()) {
    const edits = [replacement(span, `${owner}#${id}`)];
    yield { title: `Point at ${said(`${owner}#${id}`)}`, edits };
  }
}

function* newEntity(target: Target, { document, snapshot }: Context): Generator<Fix> {
  const { key, id } = target;
  if (key || !isId(id)) return;
  const reference = document.references.find((one) => one.target.from === target.from);
  const words = reference ? stripSpan(document, reference.words).replace(/\s+/g, ' ').trim() : '';
  for (const kind of named) {
    if (!snapshot.codebook.kinds.has(kind)) continue;
    const data = { kind, name: words || id };
    const added = putCodebook(snapshot.codebook, ['entities', id], data);
    if (!added) return;
    const title = `Add the entity ${said(id)} to the codebook, of kind ${kind}`;
    yield { title, edits: [], elsewhere: [added] };
  }
}

function* newDocument(target: Target, { entry, snapshot }: Context): Generator<Fix> {
  const key = withoutFileEnding(target.key);
  const folder = entry.uri.slice(0, entry.uri.lastIndexOf('/') + 1);
  if (!isKey(key) || !folder || entry.uri.startsWith('untitled:')) return;
  if (sameKey(snapshot, key).length) return;
  const date = readDay(key.slice(0, 10));
  const text = frontMatter(date ? { date } : { title: key }, '\n');
  const title = `Create the document ${said(key)}`;
  yield { title, edits: [], create: [{ uri: `${folder}${key}.readout.md`, text }] };
}
