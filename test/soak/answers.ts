import assert from 'node:assert/strict';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { documentOf, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { applyEdits, type Edit } from '../../server/src/core/writing/edit.ts';

/** What an answer is held against. */
export interface Held {
  readonly snapshot: Snapshot;
  /** What was asked, for whoever reads of a failure. */
  readonly about: string;
  /** Whether edits must leave the source of a readout as it is. */
  readonly keepsSource: boolean;
}

/**
 * Looks through an answer about a file, at any depth: spans lie in the text of the file they are of, edits
 * can be carried out, and where they must, leave the source as it is.
 */
export function checkAnswer(held: Held, uri: string, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  if (Array.isArray(answer)) {
    for (const one of answer) checkAnswer(held, uri, one);
    return;
  }
  const part = answer as Record<string, unknown>;
  const of = typeof part.uri === 'string' ? part.uri : uri;
  const { from, to, edits } = part;
  if (typeof from === 'number' && typeof to === 'number') checkSpan(held, of, { from, to });
  if (Array.isArray(edits)) checkEdits(held, of, edits);
  // What a finding keeps for its fix is nobody's answer.
  for (const [name, one] of Object.entries(part)) if (name !== 'data') checkAnswer(held, of, one);
}

function checkSpan(
  { snapshot, about }: Held,
  uri: string,
  span: { from: number; to: number },
): void {
  const length = textOf(snapshot, uri)?.length ?? -1;
  const isIn = 0 <= span.from && span.from <= span.to && span.to <= length;
  if (!isIn) assert.fail(`${about}: ${span.from}–${span.to} is not in ${uri}, which has ${length}`);
}

export function checkEdits(held: Held, uri: string, edits: readonly Edit[]): void {
  const { snapshot, about, keepsSource } = held;
  const text = textOf(snapshot, uri) ?? '';
  let end = 0;
  for (const { span } of edits.toSorted((a, b) => a.span.from - b.span.from)) {
    checkSpan(held, uri, span);
    if (span.from < end) assert.fail(`${about}: edits of ${uri} lie over each other`);
    end = span.to;
  }
  const after = applyEdits(text, edits);
  const entry = snapshot.entries.get(uri);
  if (!entry) return;
  const document = parse(after);
  if (keepsSource) assert.equal(strip(document), strip(documentOf(entry)), `${about}: ${after}`);
}

const textOf = ({ entries, codebook }: Snapshot, uri: string): string | undefined =>
  entries.get(uri)?.text ?? codebook.files.find((file) => file.uri === uri)?.text;
