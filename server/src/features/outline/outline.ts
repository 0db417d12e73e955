import type { Codebook } from '../../core/codebook/codebook.ts';
import type { Document } from '../../core/document.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { documentOf } from '../../core/snapshot/snapshot.ts';
import { codebookOutline } from './codebook.ts';
import type { OutlineNode } from './node.ts';
import { readoutOutline } from './readout.ts';

/**
 * The outline of a readout: title, headings (numbered paragraphs where there are none), marks as they
 * are nested in the text; or of a codebook file: its sections and what they define.
 */
export function outline(snapshot: Snapshot, uri: string): readonly OutlineNode[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (entry) return outlineOf(snapshot.codebook, documentOf(entry));
  const file = snapshot.codebook.files.find((one) => one.uri === uri);
  return file && codebookOutline(file.value);
}

interface Kept {
  readonly codebook: Codebook;
  readonly nodes: readonly OutlineNode[];
}

const kept = new WeakMap<Document, Kept>();

/** Editors ask for the outline of one text several times: for the list, the breadcrumbs, the sticky lines. */
function outlineOf(codebook: Codebook, document: Document): readonly OutlineNode[] {
  const known = kept.get(document);
  if (known?.codebook === codebook) return known.nodes;
  const nodes = readoutOutline(codebook, document);
  kept.set(document, { codebook, nodes });
  return nodes;
}
