import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type MarkupContent,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Severity } from '../core/codebook/codebook.ts';
import type { Span } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';
import { withoutSigns } from '../features/markdown.ts';
import type { Message } from '../rules/rule.ts';
import { type Related, sayAll } from '../rules/rule.ts';
import type { Lines, Range } from '../workspace/lines.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Markdown as the client shows it: as its plain words where it says that it shows nothing else. */
export const markup = (value: string, shows: readonly string[] | undefined): MarkupContent =>
  shows && !shows.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.PlainText, value: withoutSigns(value) }
    : { kind: MarkupKind.Markdown, value };

/** Where every file begins: most of what is in another file is told there, a thousand times in a long text. */
const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export interface Shown extends Span {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly related?: readonly Related[];
}

/** The files that a finding relates to: their lines, and their URIs as the client spells them. */
export interface Others {
  readonly linesAt: (uri: string) => Lines | undefined;
  readonly theirs: (uri: string) => string;
}

/** A finding as a diagnostic. */
export function diagnostic(
  finding: Shown,
  lines: Lines,
  page: string | undefined,
  others: Others,
): Diagnostic {
  const related = finding.related && relatedOf(finding.related, others);
  const shown: Diagnostic = {
    range: lines.range(finding),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'readout',
    message: textOf(finding.message),
  };
  if (page) shown.codeDescription = { href: page };
  if (related?.length) shown.relatedInformation = related;
  return shown;
}

const texts = new WeakMap<Message, string>();

// At each keystroke in a long document a thousand messages are sent again.
function textOf(message: Message): string {
  const known = texts.get(message);
  if (known !== undefined) return known;
  const text = sayAll(message);
  texts.set(message, text);
  return text;
}

const tops = new WeakMap<readonly Related[], readonly DiagnosticRelatedInformation[]>();

function relatedOf(
  related: readonly Related[],
  { linesAt, theirs }: Others,
): DiagnosticRelatedInformation[] {
  const known = tops.get(related);
  if (known) return known as DiagnosticRelatedInformation[];
  const made = related.flatMap(({ uri, message, from, to }) => {
    const range = to ? linesAt(uri)?.range({ from, to }) : top;
    return range ? [{ location: { uri: theirs(uri), range }, message }] : [];
  });
  // Where a file begins, no change of it moves.
  if (related.every(({ uri, to }) => !to && theirs(uri) === uri)) tops.set(related, made);
  return made;
}

export const textEdits = (edits: readonly Edit[], lines: Lines): TextEdit[] =>
  edits.map(({ span, text }) => ({ range: lines.range(span), newText: text }));
