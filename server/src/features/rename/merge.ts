import type { Alias, CodebookFile, Entity } from '../../core/codebook/codebook.ts';
import type { Attribute, Document } from '../../core/document.ts';
import { frontYaml } from '../../core/front/edit.ts';
import { fieldsOf, type Names } from '../../core/front/fields.ts';
import { t } from '../../core/language.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf } from '../../core/snapshot/summary.ts';
import { valueWords } from '../../core/snapshot/targets.ts';
import type { Piece, Span } from '../../core/text.ts';
import { applyEdits, type Edit } from '../../core/writing/edit.ts';
import { lineEndOf } from '../../core/writing/import.ts';
import { dropYaml } from '../../core/yaml/drop.ts';
import { type Data, putYaml } from '../../core/yaml/edit.ts';
import { readYaml } from '../../core/yaml/yaml.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { composed } from '../actions/compose.ts';
import { namedAt, type Refusal } from './named.ts';
import { writtenPlaces } from './places.ts';
import { filesWith, type Renaming } from './rename.ts';

/** The id of the entity that is named at an offset. */
export function entityAt(snapshot: Snapshot, uri: string, offset: number): string | undefined {
  const here = namedAt(snapshot, uri, offset);
  if (!here || 'refused' in here || here.named.is !== 'entity') return undefined;
  const id = idOf(here.named.name);
  return snapshot.codebook.entities.has(id) ? id : undefined;
}

/**
 * Makes two entities one: everything that refers to `id` refers to `into`, of which its name and aliases
 * become aliases, dated ones with their days, and which takes over its `ignore-in`, and its `see` where it
 * has none; its entry goes. Where both stood in one list, one stays.
 */
export function mergeEntities(snapshot: Snapshot, id: string, into: string): Renaming | Refusal {
  const { codebook } = snapshot;
  const gone = codebook.entities.get(id);
  const kept = codebook.entities.get(into);
  if (!gone || !kept) return { refused: t`The codebook has no entity “${gone ? into : id}”.` };
  if (gone === kept) return { refused: t`An entity cannot be merged into itself.` };
  const files = bookFiles(codebook.files, gone, kept);
  if (!files) {
    return {
      refused: t`The codebook is written so that “${id}” cannot be taken out of it with one edit. Merge the two by hand.`,
    };
  }
  const written = filesWith(writtenPlaces(snapshot, { is: 'entity', name: `#${id}` }), into);
  for (const file of written) {
    const entry = snapshot.entries.get(file.uri);
    if (entry) files.push({ uri: file.uri, edits: withoutRepeats(entry, file.edits, into) });
  }
  return { files: files.sort((a, b) => (a.uri < b.uri ? -1 : 1)) };
}

function bookFiles(
  all: readonly CodebookFile[],
  gone: Entity,
  kept: Entity,
): FileEdit[] | undefined {
  const texts = new Map(all.map(({ uri, text }) => [uri, text]));
  const lists = new Map<string, (readonly Edit[])[]>();
  const change = (uri: string, make: (text: string) => Edit | undefined): boolean => {
    const text = texts.get(uri) ?? '';
    const edit = make(text);
    if (!edit) return false;
    texts.set(uri, applyEdits(text, [edit]));
    lists.set(uri, [...(lists.get(uri) ?? []), [edit]]);
    return true;
  };
  const put = (key: string, data: Data): boolean =>
    change(kept.place.uri, (text) => putYaml(yamlOf(text), ['entities', kept.id, key], data));
  const names = namesFor(gone, kept);
  const others = gone.ignoreIn.filter((words) => !kept.ignoreIn.includes(words));
  const isDone =
    (!names.length || put('aliases', names)) &&
    (!others.length || put('ignore-in', others)) &&
    (kept.see || !gone.see || put('see', gone.see)) &&
    change(gone.place.uri, (text) => dropYaml(yamlOf(text), ['entities', gone.id], undefined));
  if (!isDone) return undefined;
  return [...lists].map(([uri, list]) => {
    const { text } = all.find((file) => file.uri === uri) as CodebookFile;
    return { uri, edits: composed(text.length, list) };
  });
}

function yamlOf(text: string) {
  const { value } = readYaml(text, 0);
  return { text, inner: { from: 0, to: text.length }, value, lineEnd: lineEndOf(text) };
}

/** The names of the one that goes which the other does not have yet. */
function namesFor(gone: Entity, kept: Entity): Data[] {
  const own: Pick<Alias, 'text' | 'from' | 'to'> = {
    text: gone.name,
    from: undefined,
    to: undefined,
  };
  const known = new Set([kept.name, ...kept.aliases.map(said)]);
  return [own, ...gone.aliases].flatMap((alias) => {
    if (known.has(said(alias))) return [];
    known.add(said(alias));
    const { text, from, to } = alias;
    return [from || to ? { text, ...(from && { from }), ...(to && { to }) } : text];
  });
}

const said = ({ text, from, to }: Pick<Alias, 'text' | 'from' | 'to'>): string =>
  from || to ? `${text} ${from} ${to}` : text;

/** Where a list would name the kept one twice, what would be the second goes instead. */
function withoutRepeats(entry: Entry, edits: readonly Edit[], into: string): readonly Edit[] {
  if (!entry.summary.mentions.some(({ name }) => name === `#${into}`) && edits.length < 2)
    return edits;
  const document = documentOf(entry);
  const dropped = [
    ...repeatsInFront(document, edits, into),
    ...repeatsInMarks(document, edits, into),
  ];
  if (!dropped.length) return edits;
  const isKept = ({ span }: Edit) =>
    !dropped.some(({ of }) => of.from <= span.from && span.to <= of.to);
  return [...edits.filter(isKept), ...dropped.map(({ edit }) => edit)].sort(
    (a, b) => a.span.from - b.span.from,
  );
}

interface Dropped {
  /** The word that goes. */
  readonly of: Span;
  readonly edit: Edit;
}

/** The words of a list that are, or will be, the kept entity, after the first of them. */
function later(words: readonly Piece[], edits: readonly Edit[], into: string): Piece[] {
  const isMeant = ({ from, to, text }: Piece) =>
    text.replace(/^#/, '') === into || edits.some(({ span }) => from <= span.from && span.to <= to);
  return words.filter(isMeant).slice(1);
}

function* repeatsInMarks(
  { marks, text }: Document,
  edits: readonly Edit[],
  into: string,
): Generator<Dropped> {
  const isTouched = ({ from, to }: Attribute) =>
    edits.some(({ span }) => from <= span.from && span.to <= to);
  for (const attribute of marks.flatMap(({ attributes }) => attributes).filter(isTouched)) {
    for (const word of later(valueWords(attribute), edits, into)) {
      let { from } = word;
      while (/\s/.test(text[from - 1] ?? '')) from--;
      yield { of: word, edit: { span: { from, to: word.to }, text: '' } };
    }
  }
}

function* repeatsInFront(
  document: Document,
  edits: readonly Edit[],
  into: string,
): Generator<Dropped> {
  const { parties, participants, terms } = fieldsOf(document.front);
  const lists: [readonly string[], readonly Piece[]][] = [
    ...[parties, participants].flatMap((names): [string[], Names['items']][] =>
      names ? [[[names.key.text], names.items]] : [],
    ),
    ...(terms ?? []).map(({ name, actors }): [string[], readonly Piece[]] => [
      ['terms', name.text],
      actors,
    ]),
  ];
  for (const [path, items] of lists) {
    for (const item of later(items, edits, into)) {
      const edit = dropYaml(frontYaml(document), path, item);
      if (edit) yield { of: item, edit };
    }
  }
}
