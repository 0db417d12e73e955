import type { Codebook, Level, Place, Severity } from '../core/codebook/codebook.ts';
import type { Document } from '../core/document.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';

/**
 * One finding: its documentation, its check and its fix. A rule of a readout looks at one document of a
 * snapshot; a rule of a codebook looks at the codebook's files.
 */
export type Rule = DocumentRule | CodebookRule;

interface Common {
  /** Stable for ever. */
  readonly code: string;
  /** Its level where the codebook does not set another. */
  readonly level: Level;
  readonly docs: Docs;
}

export interface DocumentRule extends Common {
  readonly subject: 'readout';
  /** Run by a test: each `bad` gives this finding at the marked words, each `good` does not. */
  readonly examples: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
  };
  /**
   * Findings in order of their place. They depend on other documents only through their summaries.
   * `run` gives the findings of another rule on the same document.
   */
  readonly check: (context: Context, run: Run) => Iterable<Finding>;
  /** Whether findings also depend on documents, marks and names that nobody points at: on what is `wider` in `Applied`. */
  readonly wider?: true;
  /**
   * Whether the findings are the same whatever stands between the constructs: those of marks, references and
   * the front matter alone, told without a place elsewhere in the document.
   */
  readonly proseless?: true;
  /** The ways to mend a finding of this rule, the best first. */
  readonly fix?: (finding: Finding, context: Context) => Iterable<Fix>;
}

export interface CodebookRule extends Common {
  readonly subject: 'codebook';
  /** Whole texts of a `readout.yaml`. */
  readonly examples: {
    readonly good: readonly string[];
    readonly bad: readonly string[];
  };
  readonly check: (codebook: Codebook) => Iterable<CodebookFinding>;
  /** The ways to mend a finding in its file, the best first. */
  readonly fix?: (finding: CodebookFinding, codebook: Codebook) => Iterable<Fix>;
}

/** What the rule's page says, in Markdown; the page is generated from it. */
export interface Docs {
  /** One line: what the finding says, e.g. `Attributes are not closed`. */
  readonly title: string;
  /** A paragraph or two: what is found, and why it matters to the reader of a register. */
  readonly about: string;
  /** What to do about it. */
  readonly mend: string;
}

/** What a rule looks at. */
export interface Context {
  readonly snapshot: Snapshot;
  readonly entry: Entry;
  readonly document: Document;
}

/** All findings of the rule of this code, whatever its level; undefined where there is no such rule. */
export type Run = (code: string) => readonly Finding[] | undefined;

/** Three sentences in words a diplomat knows. */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly advice: string;
}

/** What a rule found, at UTF-16 offsets of the document. */
export interface Finding extends Span {
  readonly message: Message;
  /** What it points at: `key#id`, `key#`, or an entity's id. */
  readonly target?: string;
  /** The words that `ignore` would name to silence it here; default: the words of the span. */
  readonly subject?: string;
  readonly related?: readonly Related[];
  /** What it points at, in a few words: told behind the first of several findings of the same words. */
  readonly also?: string;
  /** Whatever the rule's fix needs to know again. */
  readonly data?: unknown;
}

/** Another place that belongs to a finding. In another document only its start, which no typing moves. */
export interface Related extends Place {
  readonly message: string;
}

export interface CodebookFinding extends Place {
  readonly message: Message;
  readonly related?: readonly Related[];
  /** Whatever the rule's fix needs to know again. */
  readonly data?: unknown;
}

/** A way to mend a finding. Edits are in the finding's file; others are named apart. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly elsewhere?: readonly FileEdit[];
  /** Why it changes other files: told where what stays in one file is mended in bulk. */
  readonly because?: string;
  /** Files to create; one that exists is never overwritten. */
  readonly create?: readonly { readonly uri: string; readonly text: string }[];
  /** A file to rename; an existing one is never overwritten. */
  readonly rename?: { readonly from: string; readonly to: string };
  /** Whether this is the one to take when all findings of a kind are mended at once. */
  readonly preferred?: boolean;
  /**
   * What it does beyond the place of its finding: the same to all like it in the document, another name or a new
   * entity in the codebook, or that such words are never found again.
   */
  readonly reach?: 'document' | 'codebook' | 'never';
}

export interface FileEdit {
  readonly uri: string;
  readonly edits: readonly GroupedEdit[];
}

/** An edit that is shown together with others of its group, in all files, and made only if somebody confirms it. */
export interface GroupedEdit extends Edit {
  /** What the edits of the group have in common, in a few words. */
  readonly group?: string;
}

/** A finding in the codebook as hosts show it. */
export interface ReportedInCodebook extends CodebookFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** A finding as hosts show it. */
export interface Reported extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** The whole message as one text. */
export const sayAll = ({ what, why, advice }: Message): string => `${what} ${why} ${advice}`;
