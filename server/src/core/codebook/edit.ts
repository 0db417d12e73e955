import { fileNameOf } from '../snapshot/keys.ts';
import type { Edit } from '../writing/edit.ts';
import { lineEndOf } from '../writing/import.ts';
import { type Data, putYaml } from '../yaml/edit.ts';
import { entryOf } from '../yaml/yaml.ts';
import type { Codebook, CodebookFile } from './codebook.ts';

/**
 * The edit that puts `data` at a path of keys into a collection's codebook: into the first of its
 * files that has such a section, else into `readout.yaml`. Undefined where the collection has no
 * codebook of its own, or where the file cannot be read or is of another form there.
 */
export function putCodebook(
  codebook: Codebook,
  path: readonly string[],
  data: Data,
): { readonly uri: string; readonly edits: readonly Edit[] } | undefined {
  const file = fileFor(codebook, path[0] ?? '');
  if (!file) return undefined;
  const { uri, text, value } = file;
  const inner = { from: 0, to: text.length };
  const edit = putYaml({ text, inner, value, lineEnd: lineEndOf(text) }, path, data);
  return edit && { uri, edits: [edit] };
}

const fileFor = ({ files }: Codebook, section: string): CodebookFile | undefined =>
  files.find(({ value }) => entryOf(value, section)?.value?.type === 'table') ??
  files.find(({ uri }) => fileNameOf(uri) === 'readout.yaml') ??
  files[0];
