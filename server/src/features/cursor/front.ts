import { fieldsOf } from '../../core/front/fields.ts';
import type { FrontMatter } from '../../core/front/matter.ts';
import { lookup } from '../../core/lookup.ts';
import { type Piece, touches } from '../../core/text.ts';
import { entriesOf, pieceOf, scalarsOf } from '../../core/yaml/yaml.ts';
import type { Cursor } from './cursor.ts';

/** What stands at `offset` of a front matter. */
export function cursorInFront(front: FrontMatter, offset: number): Cursor | undefined {
  const entry = entriesOf(front.value).find((one) => touches(one, offset));
  if (!entry) return undefined;
  const key = pieceOf(entry.key);
  if (touches(entry.key, offset)) return { ...key, on: 'front-key' };
  const field = lookup(fieldReaders, key.text)?.(front, offset);
  if (field) return field;
  const value = scalarsOf(entry.value)
    .map(pieceOf)
    .find((one) => touches(one, offset));
  return value && { ...value, on: 'front-value', key: key.text };
}

type FieldReader = (front: FrontMatter, offset: number) => Cursor | undefined;

const fieldReaders: Readonly<Record<string, FieldReader>> = {
  parties: (front, offset) => entity(fieldsOf(front).parties?.items, offset),
  participants: (front, offset) => entity(fieldsOf(front).participants?.items, offset),
  series: (front, offset) => {
    const series = fieldsOf(front).series;
    return series && touches(series, offset) ? { ...plain(series), on: 'series' } : undefined;
  },
  'version-of': (front, offset) => {
    const document = fieldsOf(front).versionOf;
    return document && touches(document, offset)
      ? { ...plain(document), on: 'document' }
      : undefined;
  },
  terms: (front, offset) => {
    for (const { name, actors } of fieldsOf(front).terms ?? []) {
      if (touches(name, offset)) return { from: name.from, to: name.to, on: 'term', actors };
      const actor = entity(actors, offset);
      if (actor) return actor;
    }
    return undefined;
  },
  ignore: (front, offset) => {
    for (const { code, words } of fieldsOf(front).ignore ?? []) {
      if (touches(code, offset)) return { ...code, on: 'rule' };
      const word = words.find((one) => touches(one, offset));
      if (word) return { ...word, on: 'front-value', key: 'ignore' };
    }
    return undefined;
  },
};

function entity(pieces: readonly Piece[] | undefined, offset: number): Cursor | undefined {
  const piece = pieces?.find((one) => touches(one, offset));
  return piece && { ...piece, on: 'entity' };
}

const plain = ({ from, to, text }: Piece): Piece => ({ from, to, text });
