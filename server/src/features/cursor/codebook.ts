import { type Piece, touches } from '../../core/text.ts';
import { pieceOf, type Value } from '../../core/yaml/yaml.ts';
import type { Cursor } from './cursor.ts';

/** A key or a value of a codebook file with the keys that lead to it, its own included. */
interface Step {
  readonly role: 'key' | 'value';
  readonly path: readonly string[];
  readonly piece: Piece;
}

/** What stands at `offset` of a codebook file that holds `value`. */
export function cursorInCodebook(value: Value | undefined, offset: number): Cursor | undefined {
  const step = value && stepAt(value, offset, []);
  if (!step) return undefined;
  return step.role === 'key' ? ofKey(step) : ofValue(step);
}

function stepAt(value: Value, offset: number, path: readonly string[]): Step | undefined {
  if (value.type === 'scalar') {
    return touches(value, offset) ? { role: 'value', path, piece: pieceOf(value) } : undefined;
  }
  if (value.type === 'list') {
    // Items that touch each other have a comma between them, which belongs to the first.
    const item = value.items.find((one) => touches(one, offset));
    return item && stepAt(item, offset, path);
  }
  const entry = value.entries.find((one) => touches(one, offset));
  if (!entry) return undefined;
  const deeper = [...path, entry.key.text];
  if (touches(entry.key, offset)) return { role: 'key', path: deeper, piece: pieceOf(entry.key) };
  return entry.value && stepAt(entry.value, offset, deeper);
}

const named = {
  entities: 'entity',
  kinds: 'kind',
  relations: 'relation',
  series: 'series',
  rules: 'rule',
} as const;

function ofKey({ path, piece }: Step): Cursor {
  const [section = ''] = path;
  const on = Object.hasOwn(named, section) ? named[section as keyof typeof named] : undefined;
  if (on && path.length === 2) {
    return on === 'kind' || on === 'relation'
      ? { ...piece, on, mark: undefined }
      : { ...piece, on };
  }
  return { from: piece.from, to: piece.to, on: 'codebook-key', path };
}

function ofValue({ path, piece }: Step): Cursor {
  const [section, name = '', field] = path;
  if (section === 'entities' && field === 'kind') return { ...piece, on: 'kind', mark: undefined };
  if (section === 'entities' && (field === 'name' || field === 'aliases') && !isDay(path)) {
    return { from: piece.from, to: piece.to, on: 'name', entity: name };
  }
  const isKind = section === 'relations' && (field === 'from' || field === 'to');
  if (isKind && piece.text !== 'same') return { ...piece, on: 'kind', mark: undefined };
  return { ...piece, on: 'codebook-value', path };
}

/** The first or last day of an alias. */
const isDay = (path: readonly string[]): boolean => path[3] === 'from' || path[3] === 'to';
