import { t } from '../../core/language.ts';
import { documentOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { contextOf } from '../../rules/findings.ts';
import { ignoreFix } from '../../rules/ignore-fix.ts';
import type { Fix } from '../../rules/rule.ts';
import type { Refusal } from '../actions/annotate.ts';
import { fixesOf } from '../actions/fixes.ts';
import { unlinkedFindings } from './places.ts';
import type { UnlinkedSort } from './unlinked.ts';

/** What is unlinked in one document: at one place, or wherever it says it. */
export interface UnlinkedThere {
  readonly sort: UnlinkedSort;
  readonly target: string;
  /** The words at one place; without them the first. */
  readonly span?: Span;
}

/** Link it there, link all like it in the document, do not report it in the document, never find such words again. */
export const unlinkedDeeds = ['link', 'link-here', 'ignore', 'never'] as const;
export type UnlinkedDeed = (typeof unlinkedDeeds)[number];

/**
 * The ways to do something with what is unlinked, the likeliest first: those that the light bulb offers. More than
 * one where somebody has to choose what is meant.
 */
export function mendUnlinked(
  snapshot: Snapshot,
  uri: string,
  { sort, target, span }: UnlinkedThere,
  deed: UnlinkedDeed,
): readonly Fix[] | Refusal {
  const entry = snapshot.entries.get(uri);
  const all = entry ? unlinkedFindings(snapshot, entry, documentOf(entry), sort, target) : [];
  const finding = span ? all.find(({ from, to }) => from === span.from && to === span.to) : all[0];
  if (!entry || !finding) return gone();
  const context = contextOf(snapshot, entry);
  if (deed === 'ignore') {
    const ignored = ignoreFix(finding, context);
    return ignored ? [ignored] : unreadableFront();
  }
  const fixes = fixesOf(finding, context);
  const near = fixes.filter(({ reach }) => reach === undefined);
  const found = {
    link: near,
    'link-here': all.length > 1 ? fixes.filter(({ reach }) => reach === 'document') : near,
    never: fixes.filter(({ reach }) => reach === 'never'),
  }[deed];
  if (found.length) return found;
  return deed === 'never' ? ownName() : noWay();
}

const gone = (): Refusal => ({
  refused: t`This is not there any more: the text has changed, or it is linked already.`,
});

const unreadableFront = (): Refusal => ({
  refused: t`What is to be ignored is written into the front matter, which cannot be read here. Mend it first.`,
});

const ownName = (): Refusal => ({
  refused: t`These words are the name of the entity itself, which would then be found nowhere. Ignore them here, or change the name in the codebook.`,
});

const noWay = (): Refusal => ({
  refused: t`No link can be written at this place: it would change the words of the source, or nothing speaks for what is meant. Open the words and link them by hand.`,
});
