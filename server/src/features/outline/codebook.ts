import {
  type Entry,
  entriesOf,
  entryOf,
  pieceOf,
  scalarOf,
  type Value,
} from '../../core/yaml/yaml.ts';
import type { OutlineNode } from './node.ts';

/** The sections of a codebook file with what each defines. */
export const codebookOutline = (value: Value | undefined): OutlineNode[] =>
  entriesOf(value)
    .filter((entry) => entry.key.text)
    .map((entry) => ({
      ...placeOf(entry),
      name: entry.key.text,
      detail: scalarOf(entry.value)?.text ?? '',
      what: 'section',
      kind: '',
      children: entriesOf(entry.value)
        .filter((one) => one.key.text)
        .map(entry.key.text === 'entities' ? entityNode : plainNode),
    }));

function entityNode(entry: Entry): OutlineNode {
  const id = entry.key.text;
  const kind = scalarOf(entryOf(entry.value, 'kind')?.value)?.text ?? '';
  const name = scalarOf(entryOf(entry.value, 'name')?.value)?.text;
  const detail = [name ? id : '', kind].filter(Boolean).join(' · ');
  return { ...placeOf(entry), name: name || id, detail, what: 'entity', kind, children: [] };
}

const plainNode = (entry: Entry): OutlineNode => ({
  ...placeOf(entry),
  name: entry.key.text,
  detail: scalarOf(entry.value)?.text ?? '',
  what: 'entry',
  kind: '',
  children: [],
});

function placeOf(entry: Entry): Pick<OutlineNode, 'span' | 'selection'> {
  const { from, to } = pieceOf(entry.key);
  return { span: { from: entry.from, to: entry.to }, selection: { from, to } };
}
