import { catalogueOf } from '../../core/document-mentions/catalogue.ts';
import type { DocumentMention } from '../../core/document-mentions/document-mentions.ts';
import { maySpeakOf } from '../../core/document-mentions/fit.ts';
import { t } from '../../core/language.ts';
import { mayHold } from '../../core/mentions/holding.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { onOneLine } from '../../core/text.ts';
import { wrapEach } from '../../core/writing/insert.ts';
import type { FileEdit, Reported } from '../../rules/rule.ts';
import { said } from '../../rules/say.ts';
import { called } from '../../rules/unlinked-document-fix.ts';
import { widened } from '../../rules/widened.ts';
import { findingsOfCodes } from './fixes.ts';

/** What is to be linked in all documents: what the findings of one code point at. */
export interface Wanted {
  readonly code: 'unlinked-mention' | 'unlinked-document';
  /** An entity's id, or `key#` for a document. */
  readonly target: string;
}

/**
 * Links what a document says of an entity or of another document, in each document of the collection as its
 * findings tell it: what may mean another or is ignored stays as it is. Each link is one edit, those of the
 * same words are one group. Yields once a document, nothing where nothing is to be linked, so that whoever
 * asks can let others go first; only documents are read that may hold the words.
 */
export function* linkEverywhere(
  snapshot: Snapshot,
  wanted: Wanted,
): Generator<FileEdit | undefined> {
  const isPossible = possible(snapshot, wanted);
  for (const entry of snapshot.entries.values()) {
    yield isPossible(entry) ? linked(snapshot, entry, wanted) : undefined;
  }
}

/** The finding as something to be linked in all documents, with a title; undefined where it is none. */
export function wantedBy(
  finding: Reported,
  { codebook, entries }: Snapshot,
): { readonly wanted: Wanted; readonly title: string } | undefined {
  const { code, target } = finding;
  if (target === undefined || entries.size < 2) return undefined;
  if (code === 'unlinked-document') {
    const meant = called(finding.data as DocumentMention);
    const title = t`Link ${meant} wherever it is meant, in every document…`;
    return { wanted: { code, target }, title };
  }
  const entity = codebook.entities.get(target);
  if (code !== 'unlinked-mention' || !entity) return undefined;
  const name = said(entity.name);
  const title =
    codebook.mentions === 'all'
      ? t`Link ${name} wherever it is named, in every document…`
      : t`Link ${name} once in every document…`;
  return { wanted: { code, target }, title };
}

/** Tells the documents that may say what is wanted, without reading them. */
function possible(snapshot: Snapshot, { code, target }: Wanted): (entry: Entry) => boolean {
  if (code === 'unlinked-mention') {
    const entity = snapshot.codebook.entities.get(target);
    const holds = entity && mayHold(entity);
    return ({ text }) => holds?.(text) === true;
  }
  const { documents } = catalogueOf(snapshot);
  const meant = documents.get(snapshot.keys.get(target.slice(0, -1))?.[0] ?? '');
  return ({ uri }) => {
    const own = documents.get(uri);
    return !!own && !!meant && maySpeakOf(own, meant);
  };
}

function linked(snapshot: Snapshot, entry: Entry, { code, target }: Wanted): FileEdit | undefined {
  const findings = findingsOfCodes(snapshot, entry, new Set([code])).filter(
    (finding) => finding.target === target,
  );
  if (!findings.length) return undefined;
  const document = documentOf(entry);
  const spans = findings.map((finding) => widened(document, finding));
  const made = wrapEach(document, spans, target.includes('#') ? target : `#${target}`);
  const edits = findings.flatMap((finding, i) => {
    const edit = made[i];
    return edit ? [{ ...edit, group: said(onOneLine(stripSpan(document, finding))) }] : [];
  });
  return edits.length ? { uri: entry.uri, edits } : undefined;
}
