import { putCodebook } from '../core/codebook/edit.ts';
import { readDay } from '../core/dates.ts';
import type { Target } from '../core/document.ts';
import { t } from '../core/language.ts';
import { isId } from '../core/reading/items.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { isKey } from '../core/snapshot/keys.ts';
import { entriesOf, resolve } from '../core/snapshot/resolve.ts';
import { sameKey } from '../core/snapshot/same-key.ts';
import { ownOf } from '../core/snapshot/summary.ts';
import { onOneLine } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';
import { frontMatter } from '../core/writing/import.ts';
import { replacement } from './mend.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { newKeyOf } from './unresolved-gone.ts';
import { endsLikeFile, nearestOf, withoutFileEnding } from './unresolved-near.ts';

/** The kinds of things that have a name of their own, as entities have. */
const named = ['actor', 'place', 'instrument', 'event', 'concept'];

/** How many nearest names, and how many marks of other documents, are offered. */
const most = 3;

/** The ways to mend a target that leads nowhere, the surest first. */
export function* unresolvedFixes(target: Target, context: Context): Generator<Fix> {
  const written = new Set<string>();
  for (const fix of [
    ...withoutEnding(target, context),
    ...whereItWent(target, context),
    ...renamed(target, context),
    ...sameIdElsewhere(target, context),
  ]) {
    const text = fix.edits[0]?.text ?? '';
    if (!written.has(text)) yield fix;
    written.add(text);
  }
  yield* newEntity(target, context);
  yield* newDocument(target, context);
}

/** What stands in the place of the target: in `version-of` a key without `#`. */
const asWritten = (key: string, { id, from }: Target, { document }: Context): string =>
  from < document.body ? key : `${key}#${id}`;

function* withoutEnding(target: Target, context: Context): Generator<Fix> {
  if (!endsLikeFile(target.key)) return;
  const key = withoutFileEnding(target.key);
  if (resolve(context.snapshot, context.entry, { key, id: target.id }).to === 'nothing') return;
  const edits = [replacement(target, asWritten(key, target, context))];
  yield { title: t`Leave the ending of the file name out`, edits, preferred: true };
}

/** The document has gone, and another one has all that is looked for in it. */
function* whereItWent(target: Target, context: Context): Generator<Fix> {
  const { key } = target;
  const { snapshot, entry } = context;
  if (!key || entriesOf(snapshot, key).length) return;
  const now = newKeyOf(snapshot, key);
  if (!now || endsLikeFile(key) || now.toLowerCase() === key.toLowerCase()) return;
  const edits = [replacement(target, asWritten(now, target, context))];
  const title = t`${said(now)} has all that is looked for in ${said(key)}: point there`;
  yield { title, edits };
  const files = new Map<string, Edit[]>();
  for (const uri of snapshot.readers.get(key) ?? []) {
    const other = snapshot.entries.get(uri);
    for (const { name, from } of other?.summary.mentions ?? []) {
      if (ownOf(name) !== key || !other?.text.startsWith(key, from)) continue;
      const edit = replacement({ from, to: from + key.length }, now);
      files.set(uri, [...(files.get(uri) ?? []), edit]);
    }
  }
  const here = files.get(entry.uri) ?? [];
  files.delete(entry.uri);
  if (here.length + files.size < 2) return;
  const elsewhere = [...files].map(([uri, list]) => ({ uri, edits: list }));
  yield { title: t`Point to ${said(now)} everywhere in the collection`, edits: here, elsewhere };
}

function* renamed(target: Target, context: Context): Generator<Fix> {
  const inFront = target.from < context.document.body;
  const wanted = inFront ? target.key : `${target.key}#${target.id}`;
  const near = nearestOf(target, context, most);
  for (const name of inFront ? near : near.flatMap((one) => inDocument(one, target.id, context))) {
    const edits = [replacement(target, name)];
    // One letter may make another country or another year of it: only capitals are mended unasked.
    const sure = name.toLowerCase() === wanted.toLowerCase();
    yield { title: t`Change it to ${said(name)}`, edits, ...(sure && { preferred: true }) };
  }
}

/** A key with this id, or with the nearest that its document has. A name that has its id stays. */
function inDocument(name: string, id: string, context: Context): readonly string[] {
  if (name.includes('#')) return [name];
  const { to } = resolve(context.snapshot, context.entry, { key: name, id });
  return to === 'nothing' ? nearestOf({ key: name, id }, context) : [`${name}#${id}`];
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
    yield { title: t`Point at ${said(`${owner}#${id}`)}`, edits };
  }
}

function* newEntity(target: Target, { document, snapshot }: Context): Generator<Fix> {
  const { key, id } = target;
  if (key || !isId(id)) return;
  const reference = document.references.find((one) => one.target.from === target.from);
  const words = reference ? onOneLine(stripSpan(document, reference.words)) : '';
  for (const kind of named) {
    if (!snapshot.codebook.kinds.has(kind)) continue;
    const data = { kind, name: words || id };
    const added = putCodebook(snapshot.codebook, ['entities', id], data);
    if (!added) return;
    const title = t`Add the entity ${said(id)} to the codebook, of kind ${t(kind)}`;
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
  const title = t`Create the document ${said(key)}`;
  yield { title, edits: [], create: [{ uri: `${folder}${key}.readout.md`, text }] };
}
