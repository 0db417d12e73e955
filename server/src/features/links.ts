import type { CodebookFile } from '../core/codebook/codebook.ts';
import { includesOf } from '../core/codebook/read-codebook.ts';
import { fieldsOf } from '../core/front/fields.ts';
import { entriesOf as documentsOf } from '../core/snapshot/resolve.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Piece, Span } from '../core/text.ts';
import { entriesOf, pieceOf, type Value } from '../core/yaml/yaml.ts';

/** A value that leads somewhere: to an address of the web, or to a file of the collection. */
export interface Link extends Span {
  readonly target: string;
  /** What is opened, for a tooltip. */
  readonly is: 'source' | 'document' | 'codebook';
}

/**
 * What can be followed in a front matter (`source`, `version-of`) or a codebook file (`see`, and the files
 * that `include` names one by one). References in the text are definitions, not links.
 */
export function links(snapshot: Snapshot, uri: string): Link[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (entry) {
    const { source, versionOf } = fieldsOf(documentOf(entry).front);
    const other = versionOf && documentsOf(snapshot, versionOf.text)[0];
    return [
      ...(source ? toAddress(source) : []),
      ...(versionOf && other ? [link(versionOf, other.uri, 'document')] : []),
    ].sort((a, b) => a.from - b.from);
  }
  const file = snapshot.codebook.files.find((one) => one.uri === uri);
  return file && [...included(snapshot, file), ...seen(file.value)].sort((a, b) => a.from - b.from);
}

const link = ({ from, to }: Piece, target: string, is: Link['is']): Link => ({
  ...{ from, to, target, is },
});

/** Only what a browser opens, and nothing that hides where it leads. */
const toAddress = (piece: Piece): Link[] =>
  /^https?:\/\/[^\s<>"'`\\^{|}]+$/i.test(piece.text) ? [link(piece, piece.text, 'source')] : [];

/** The files that `include` names as they are, without a sign that stands for others. */
function included({ codebook }: Snapshot, file: CodebookFile): Link[] {
  if (file !== codebook.files[0]) return [];
  const folder = file.uri.slice(0, file.uri.lastIndexOf('/') + 1);
  return includesOf(file.text).flatMap((glob) => {
    if (/[*?[\]{}()!]/.test(glob.text)) return [];
    const meant =
      folder + glob.text.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
    const other = codebook.files.find(({ uri }) => uri === meant);
    return other ? [link(glob, other.uri, 'codebook')] : [];
  });
}

/** The addresses under every `see`. */
function* seen(value: Value | undefined): Generator<Link> {
  for (const entry of entriesOf(value)) {
    if (entry.key.text === 'see' && entry.value?.type === 'scalar') {
      yield* toAddress(pieceOf(entry.value));
    }
    yield* seen(entry.value);
  }
}
