import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Exported, ExportParams } from './exported.ts';
import type {
  Imported,
  ImportParams,
  NewParams,
  Recorded,
  RecordParams,
  SeriesChoice,
} from './new-text.ts';
import type { ReadingShown } from './reading-shown.ts';
import type {
  RegisterMarksParams,
  RegisterOutline,
  RegisterParams,
  RegisterSheet,
} from './register-shown.ts';
import type { RevisedText, ReviseParams } from './revised-text.ts';
import type {
  MendUnlinkedParams,
  UnlinkedChoices,
  UnlinkedParams,
  UnlinkedPlaceShown,
  UnlinkedSheet,
  UnlinkedThereParams,
} from './unlinked-shown.ts';
import type { UriParams } from './uri-params.ts';

/**
 * What our own client and server say to each other beyond the protocol. Every editor works
 * without it: the server waits for none of these, and the client does nothing where one is not
 * answered. Ranges are the protocol's: lines and columns in the encoding both agreed on.
 */

/** `initializationOptions` of our client; another editor sends none. */
export interface InitializationOptions {
  /**
   * Whether the client answers `readout/fs/list` and `readout/fs/read`. The server then asks it
   * for whatever it cannot read itself: in the browser everything, on a desktop every scheme but
   * `file`.
   */
  readonly readsFiles?: boolean;
  /** The folder of the findings' pages, `docs/rules`, as a URI without a slash at its end. */
  readonly pages?: string;
  /** Whether the links of hovers may run the commands of our own client. */
  readonly commands?: boolean;
  /** Whether the client wants to hear that collections have changed: `ServerNotifications`. */
  readonly hearsChanges?: boolean;
  /**
   * The folder in which what was read may be kept from one session to the next, as a URI; null for nowhere. An
   * editor that does not speak of it has it kept where programs of its system keep such things.
   */
  readonly storage?: string | null;
  /** What is said to the user, in the language of the editor: English messages with their translation. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Settings, from an editor that cannot be asked for them: what `settings.ts` lists. */
  readonly readout?: unknown;
}

/** What the client asks of the server: the method with what goes in and what comes out. */
export interface ServerRequests {
  /** What to draw over a document's text; null for a document that is no readout or is not known. */
  'readout/marks': { params: MarksParams; result: Drawn | null };
  /** Which words an annotation would take, and as what. */
  'readout/annotateChoices': {
    params: RangeParams;
    result: AnnotateChoices | Refusal;
  };
  'readout/annotate': {
    params: AnnotateParams;
    result: WorkspaceEdit | Refusal;
  };
  /** What the words of a selection can be linked to, the likeliest first. */
  'readout/linkChoices': {
    params: LinkChoicesParams;
    result: LinkChoices | Refusal;
  };
  'readout/link': { params: LinkParams; result: WorkspaceEdit | Refusal };
  'readout/note': { params: NoteParams; result: WorkspaceEdit | Refusal };
  /** Takes away the innermost annotation around a range. */
  'readout/remove': { params: RangeParams; result: WorkspaceEdit | Refusal };
  /** The entity at a place, and those it could be made one with, the likeliest first. */
  'readout/mergeChoices': { params: PlaceParams; result: MergeChoices | Refusal };
  'readout/merge': { params: MergeParams; result: WorkspaceEdit | Refusal };
  /** The thread of the mark at a place, or of the one that is referred to there. */
  'readout/thread': { params: PlaceParams; result: ThreadShown | null };
  /** What each document of the series of a document carried, reworded, brought and dropped. */
  'readout/series': { params: UriParams; result: readonly DriftShown[] | null };
  /** What a document and its other versions have in common. */
  'readout/versions': { params: UriParams; result: readonly VersionsShown[] | null };
  /** The texts that a document is worth comparing with, the likeliest first; null for no readout. */
  'readout/comparables': { params: UriParams; result: readonly ComparableShown[] | null };
  /** A document as it was issued; null for no readout. */
  'readout/issued': { params: UriParams; result: IssuedText | null };
  /** The codebook that holds for the collection of a file, or of none, as YAML. */
  'readout/codebook': { params: UriParams; result: CodebookText };
  /** A document as it is read, with what stands beside its words; null for no readout. */
  'readout/reading': { params: UriParams; result: ReadingShown | null };
  /** A source text as a readout, to be written by the client. */
  'readout/import': { params: ImportParams; result: Imported | Refusal };
  /** A readout without a text, to be written by the client. */
  'readout/new': { params: NewParams; result: Imported | Refusal };
  /** The series that the codebook of a file or folder knows. */
  'readout/seriesChoices': { params: UriParams; result: readonly SeriesChoice[] };
  /** Records where the source of a document was taken from, and its hash. */
  'readout/recordSource': { params: RecordParams; result: Recorded | Refusal };
  /** The register as a text, to be written by the client. */
  'readout/export': { params: ExportParams; result: Exported | Refusal };
  /**
   * What has been promised, asked and held: of one collection, or of all. It comes when the folders have
   * been read; piece by piece where the client gives a token for that, and then nothing is left for the answer.
   */
  'readout/register': { params: RegisterParams; result: readonly RegisterSheet[] };
  /** The same without words, verbs and names, which takes a small part of the time; it comes in the same way. */
  'readout/registerOutline': { params: RegisterParams; result: readonly RegisterOutline[] };
  /** Some of its marks, by their numbers; documents and marks that are gone are left out. */
  'readout/registerMarks': { params: RegisterMarksParams; result: readonly RegisterSheet[] };
  /**
   * What documents say and do not link, of one sort: entities, documents, earlier marks said again, or words that go
   * back to something. It comes as the register does.
   */
  'readout/unlinked': { params: UnlinkedParams; result: readonly UnlinkedSheet[] };
  /** Where one document does; null for no readout. */
  'readout/unlinkedPlaces': {
    params: UnlinkedThereParams;
    result: readonly UnlinkedPlaceShown[] | null;
  };
  /** The edits that link it, or keep it from being told. */
  'readout/mendUnlinked': { params: MendUnlinkedParams; result: UnlinkedChoices | Refusal };
  /** What the hover says of the mark with these words, as Markdown. */
  'readout/markHover': { params: RangeParams; result: string | null };
  /** The same number while nothing in any collection changes, once they have been read. */
  'readout/edition': { params: object; result: number };
  /** How many documents all collections have, once they have been read. */
  'readout/howMany': { params: object; result: number };
  /** The collection a file belongs to; null where there is none. */
  'readout/collection': { params: UriParams; result: CollectionShown | null };
  /** A revised source under the annotations of a document: the edit, to be made once the reader has seen the rest. */
  'readout/revise': { params: ReviseParams; result: RevisedText | Refusal };
  /** Words that read as a commitment and are not marked, in order. */
  'readout/unmarked': { params: UriParams; result: readonly Range[] | null };
}

/** What the server tells a client that wants to hear it. */
export interface ServerNotifications {
  /** Something in a collection has changed: its texts, its codebook, or how much of it has been read. */
  'readout/changed': undefined;
}

/** What the server asks of a client that reads files for it. */
export interface ClientRequests {
  /** The readouts and YAML files below a folder, and what git is told to ignore there. */
  'readout/fs/list': {
    params: { readonly folder: string };
    result: FolderListing;
  };
  'readout/fs/read': { params: UriParams; result: FileContent | FileFailure };
}

export interface PlaceParams extends UriParams {
  readonly position: Position;
}

export interface CollectionShown {
  /** The name its codebook gives it. */
  readonly name?: string;
  readonly folder: string;
  /** The folders in it that are collections of their own. */
  readonly without: readonly string[];
  /** How many of its documents are known. */
  readonly documents: number;
  /** Whether that is all; else it is being read, or a person refused or stopped that. */
  readonly is: 'whole' | 'reading' | 'partial';
}

/** The codebook that holds for a collection, as YAML. */
export interface CodebookText {
  readonly text: string;
}

export interface MemberShown {
  readonly uri: string;
  /** The words of the mark. */
  readonly range: Range;
  /** `key#id`; absent for a mark without an id. */
  readonly name?: string;
  readonly kind: string;
  /** What has become of it; absent for what only names, or reports. */
  readonly status?: 'superseded' | 'breached' | 'fulfilled' | 'overdue' | 'standing';
  readonly words: string;
  /** The title of the document, or the name of its file. */
  readonly title: string;
  readonly date?: string;
  /** The language that the document says it is in. */
  readonly lang?: string;
}

export interface ThreadShown {
  /** In order of their dates. */
  readonly members: readonly MemberShown[];
  readonly steps: readonly StepShown[];
}

export interface StepShown {
  readonly relation: string;
  /** Index of the member it is written on. */
  readonly from: number;
  readonly to: number;
  readonly words: readonly RunShown[];
  /** What changed beside the words, each in a few words. */
  readonly changes: readonly string[];
}

export interface RunShown {
  readonly is: 'same' | 'lost' | 'gained';
  readonly text: string;
}

export interface TakenShown {
  readonly member: MemberShown;
  readonly from: MemberShown;
  readonly words: readonly RunShown[];
  readonly changes: readonly string[];
}

export interface DriftShown {
  readonly uri: string;
  readonly title: string;
  readonly lang?: string;
  readonly date: string;
  readonly carried: readonly TakenShown[];
  readonly reworded: readonly TakenShown[];
  readonly fresh: readonly MemberShown[];
  readonly dropped: readonly MemberShown[];
}

export interface VersionsShown {
  readonly uri: string;
  readonly both: readonly { readonly here: MemberShown; readonly there: MemberShown }[];
  readonly onlyHere: readonly MemberShown[];
  readonly onlyThere: readonly MemberShown[];
}

export interface ComparableShown {
  readonly uri: string;
  readonly title: string;
  readonly date?: string;
  /** Of a meeting before or after it in its series, or another version of the same. */
  readonly is: 'earlier' | 'version' | 'later';
}

export interface IssuedText {
  readonly text: string;
}

export interface MergeChoices {
  readonly entity: MergeChoice;
  readonly others: readonly MergeChoice[];
}

export interface MergeChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface MergeParams extends UriParams {
  readonly id: string;
  /** The id that stays. */
  readonly into: string;
}

export interface MarksParams extends UriParams {
  /** Only what stands in, or reaches into, this range; without it all of the document. */
  readonly range?: Range;
}

export interface RangeParams extends UriParams {
  /** A selection; an empty one stands for the sentence around it. */
  readonly range: Range;
}

/** Why an edit cannot be made: a sentence for the reader. */
export interface Refusal {
  readonly refused: string;
}

export interface Drawn {
  /** The version of the text all ranges were taken from. */
  readonly version: number;
  /** In order of their start, an outer mark before those in it; fragments included. */
  readonly marks: readonly DrawnMark[];
  readonly references: readonly DrawnReference[];
  readonly notes: readonly Range[];
}

export interface DrawnMark {
  readonly range: Range;
  /** What stands between the brackets. */
  readonly words: Range;
  /** The braces with what is in them. */
  readonly braces: Range;
  /** The kind as written; a fragment has its head's; empty where there is none. */
  readonly kind: string;
  /** A theme colour id for a kind whose codebook gives one. */
  readonly color?: string;
  /** What stands for the braces while they are hidden: `commitment · will`. */
  readonly badge: string;
  /** How many marks this one stands in. */
  readonly depth: number;
}

export interface DrawnReference {
  readonly range: Range;
  readonly words: Range;
  /** The parentheses with what is in them. */
  readonly target: Range;
  readonly resolved: boolean;
}

export interface AnnotateChoices {
  /** The words that would be marked. */
  readonly range: Range;
  /** Kinds in order of use in the collection, the most used first. */
  readonly kinds: readonly KindChoice[];
  /** A free id made from the words. */
  readonly id: string;
}

export interface KindChoice {
  readonly name: string;
  readonly means: string;
  /** Whether marks of this kind stand in the register, so that an id is worth having. */
  readonly registered: boolean;
  /** How many marks of this kind the collection holds. */
  readonly count: number;
}

export interface AnnotateParams extends RangeParams {
  readonly kind: string;
  readonly id?: string;
}

export interface NoteParams extends RangeParams {
  /** What the note says. */
  readonly text: string;
}

export interface LinkChoicesParams extends RangeParams {
  /** Words of a name, of a mark's words or of a date; empty for the likeliest choices. */
  readonly query: string;
}

export interface LinkChoices {
  readonly items: readonly LinkChoice[];
  /** Whether a longer query would find choices that are left out here. */
  readonly more: boolean;
}

export interface LinkChoice {
  readonly group: 'entity' | 'mark' | 'document';
  /** The name or words. */
  readonly label: string;
  /** Short: a kind, a date. */
  readonly description: string;
  /** One line more: where it stands. */
  readonly detail: string;
  /** As written in a reference: `#id`, `key#id`, `key#`. */
  readonly target: string;
}

export interface LinkParams extends RangeParams {
  readonly target: string;
}

export interface FolderListing {
  readonly files: readonly ListedFile[];
  /** URIs of folders and files that could not be read. */
  readonly skipped: readonly string[];
}

export interface ListedFile {
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
}

export interface FileContent {
  readonly base64: string;
}

export interface FileFailure {
  readonly error: string;
}
