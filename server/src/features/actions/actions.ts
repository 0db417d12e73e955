import { t } from '../../core/language.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { codebookFindings, contextOf } from '../../rules/findings.ts';
import { ignoreFix } from '../../rules/ignore-fix.ts';
import type { Context, Fix, Reported } from '../../rules/rule.ts';
import { entityAt, mergeEntities } from '../rename/merge.ts';
import { mergeCandidates } from '../rename/merge-candidates.ts';
import { annotate, annotateChoices } from './annotate.ts';
import { fixAll } from './fix-all.ts';
import { fixEverywhere } from './fix-everywhere.ts';
import { findingsIn, fixesOf, joiningFix, mendsOf, titleOf } from './fixes.ts';
import { link, namedBy } from './link.ts';
import { linkEverywhere, type Wanted, wantedBy } from './link-everywhere.ts';

/** Something that can be done at a place, as the editor's light bulb offers it. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor';
  /** The finding that it mends. */
  readonly finding: Reported | undefined;
  /** Whether it is the one to take first. */
  readonly preferred: boolean;
  readonly deed: Deed;
}

/** What an action does. Plain data, so that the work waits until the action is taken: `carryOut`. */
export type Deed =
  | { readonly does: 'fix'; readonly fix: Fix }
  | { readonly does: 'fix-all'; readonly code: string }
  /** Looks at the whole collection: to be carried out piece by piece, with `fixEverywhere`. */
  | { readonly does: 'fix-everywhere'; readonly code: string }
  /** Looks at the whole collection as well, with `linkEverywhere`. */
  | { readonly does: 'link-everywhere'; readonly wanted: Wanted }
  | { readonly does: 'annotate'; readonly kind: string; readonly id: string | undefined }
  | { readonly does: 'link'; readonly target: string }
  | { readonly does: 'merge'; readonly id: string; readonly into: string };

/** So many entities are offered to link to; *Link to…* offers all. */
const mostLinks = 3;

/**
 * What can be done at a span of a readout: the fixes of each finding there, in the codebook too, with *Do not report this
 * here*, for selected words *Annotate as …* and *Link to …*, and on an entity, in the codebook too, *Merge
 * into …*.
 */
export function actions(snapshot: Snapshot, uri: string, span: Span): Action[] {
  const entry = snapshot.entries.get(uri);
  if (!entry) return [...inCodebook(snapshot, uri, span), ...merges(snapshot, uri, span)];
  const context = contextOf(snapshot, entry);
  const all = findingsIn(snapshot, entry);
  const here = all.filter(isAt(span));
  return [
    ...eachOnce(here.flatMap((finding) => mending(finding, context))),
    ...ignoring(here, context),
    ...fixAllActions(here, all, context),
    ...(span.from < span.to ? refactorings(snapshot, entry, span) : []),
    ...merges(snapshot, uri, span),
  ];
}

const isAt =
  (span: Span) =>
  ({ from, to }: Span): boolean =>
    from <= span.to && span.from <= to;

/** The fixes of what was found in a file of the codebook. */
const inCodebook = (snapshot: Snapshot, uri: string, span: Span): Action[] =>
  codebookFindings(snapshot, ({ fix }) => !!fix)
    .filter((finding) => finding.uri === uri && isAt(span)(finding))
    .flatMap((finding) =>
      mendsOf(finding, snapshot.codebook).map((fix) => quickFix(finding, fix, fix.title)),
    );

/** The changes that an action makes; `refused` says why it makes none. */
export function carryOut(
  snapshot: Snapshot,
  uri: string,
  span: Span,
  deed: Deed,
): Omit<Fix, 'title'> | { readonly refused: string } {
  switch (deed.does) {
    case 'fix':
      return deed.fix;
    case 'fix-all':
      return { edits: fixAll(snapshot, uri, deed.code)?.edits ?? [] };
    case 'fix-everywhere':
      return { edits: [], elsewhere: [...fixEverywhere(snapshot, deed.code)].flatMap(existing) };
    case 'link-everywhere':
      return { edits: [], elsewhere: [...linkEverywhere(snapshot, deed.wanted)].flatMap(existing) };
    case 'annotate':
      return annotate(snapshot, uri, span, deed.kind, deed.id);
    case 'link':
      return link(snapshot, uri, span, deed.target);
    case 'merge': {
      const merged = mergeEntities(snapshot, deed.id, deed.into);
      return 'refused' in merged ? merged : { edits: [], elsewhere: merged.files };
    }
  }
}

/** The ways to mend a finding: in its document, in all documents, then those that change what all have in common. */
function mending(finding: Reported, context: Context): Action[] {
  const fixes = fixesOf(finding, context).map((fix) => quickFix(finding, fix, fix.title));
  const everywhere = wantedBy(finding, context.snapshot);
  if (!everywhere) return fixes;
  const { title, wanted } = everywhere;
  const deed = { does: 'link-everywhere', wanted } as const;
  const linking: Action = { title, kind: 'quickfix', finding, preferred: false, deed };
  const isNear = ({ deed }: Action) => deed.does === 'fix' && !deed.fix.elsewhere?.length;
  return [...fixes.filter(isNear), linking, ...fixes.filter((one) => !isNear(one))];
}

/** What mends two findings is offered once: for the one that it mends first. */
function eachOnce(all: readonly Action[]): Action[] {
  const known = new Map<string, Action>();
  for (const action of all) {
    const { deed } = action;
    const does = deed.does === 'fix' ? { ...deed.fix, title: '', preferred: false } : deed;
    const key = JSON.stringify(does);
    if (action.preferred || !known.has(key)) known.set(key, action);
  }
  return [...known.values()];
}

const quickFix = (finding: Reported, fix: Fix, title: string): Action => ({
  title,
  kind: 'quickfix',
  finding,
  preferred: !!fix.preferred,
  deed: { does: 'fix', fix },
});

/** *Do not report this here* of each finding, with its code where several could be meant. */
function ignoring(here: readonly Reported[], context: Context): Action[] {
  const isAlone = new Set(here.map(({ code }) => code)).size === 1;
  return here.flatMap((finding) => {
    const fix = ignoreFix(finding, context);
    if (!fix) return [];
    return [quickFix(finding, fix, isAlone ? fix.title : `${fix.title} (${finding.code})`)];
  });
}

/** *Merge into …* on an entity: where it is defined, and where it is referred to. */
function merges(snapshot: Snapshot, uri: string, span: Span): Action[] {
  const id = entityAt(snapshot, uri, span.from);
  return mergeCandidates(snapshot, id ?? '').map((other) => ({
    title: t`Merge ${id ?? ''} into ${other.id} (${other.name})`,
    kind: 'refactor',
    finding: undefined,
    preferred: false,
    deed: { does: 'merge', id: id as string, into: other.id },
  }));
}

const existing = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

/** *Mend all of this kind*, here where there are several, and in the collection. */
function fixAllActions(
  here: readonly Reported[],
  all: readonly Reported[],
  context: Context,
): Action[] {
  return [...new Set(here.map(({ code }) => code))].flatMap((code): Action[] => {
    const first = here.find((finding) => finding.code === code);
    if (!first || !joiningFix(first, context)) return [];
    const many = all.filter((one) => one.code === code && joiningFix(one, context)).length;
    const common = { kind: 'quickfix', finding: first, preferred: false } as const;
    const title = titleOf(first);
    const mends: Action[] = [];
    if (many > 1) {
      const deed = { does: 'fix-all', code } as const;
      mends.push({ ...common, title: t`Mend all ${many} in this document: ${title}`, deed });
    }
    if (context.snapshot.entries.size > 1) {
      const deed = { does: 'fix-everywhere', code } as const;
      mends.push({ ...common, title: t`Mend all in the whole collection: ${title}`, deed });
    }
    return mends;
  });
}

function refactorings(snapshot: Snapshot, entry: Entry, span: Span): Action[] {
  const common = { kind: 'refactor', finding: undefined, preferred: false } as const;
  const choices = annotateChoices(snapshot, entry.uri, span);
  const kinds = 'refused' in choices ? [] : choices.kinds;
  const id = 'refused' in choices ? undefined : choices.id;
  const marks = kinds.map(({ kind }): Action => {
    const deed = {
      does: 'annotate',
      kind: kind.name,
      id: kind.registered ? id : undefined,
    } as const;
    return { ...common, title: t`Annotate as ${t(kind.name)}`, deed };
  });
  const links = namedBy(snapshot, documentOf(entry), span)
    .slice(0, mostLinks)
    .map(({ id, name, kind }): Action => {
      const deed = { does: 'link', target: `#${id}` } as const;
      return { ...common, title: t`Link to ${name} (${t(kind) || id})`, deed };
    })
    .filter(({ deed }) => !('refused' in carryOut(snapshot, entry.uri, span, deed)));
  return [...links, ...marks];
}
