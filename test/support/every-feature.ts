import type { Entry, Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import type { Span } from '../../server/src/core/text.ts';
import { type Member, statusOfMember } from '../../server/src/core/threads/member.ts';
import { driftOf, type Taken } from '../../server/src/core/threads/series.ts';
import type { Thread } from '../../server/src/core/threads/thread.ts';
import { compareVersions, versionsOf } from '../../server/src/core/threads/versions.ts';
import { actions, carryOut } from '../../server/src/features/actions/actions.ts';
import { annotate, annotateChoices } from '../../server/src/features/actions/annotate.ts';
import { fixAll } from '../../server/src/features/actions/fix-all.ts';
import { fixEverywhere } from '../../server/src/features/actions/fix-everywhere.ts';
import { findingsIn } from '../../server/src/features/actions/fixes.ts';
import { link, linkChoices } from '../../server/src/features/actions/link.ts';
import { linkAll, linkable } from '../../server/src/features/actions/link-all.ts';
import { linkEverywhere } from '../../server/src/features/actions/link-everywhere.ts';
import { mendAll } from '../../server/src/features/actions/mend-all.ts';
import { mendCodebook } from '../../server/src/features/actions/mend-codebook.ts';
import { addNote } from '../../server/src/features/actions/note.ts';
import { removeAnnotation } from '../../server/src/features/actions/remove.ts';
import { changesInWords } from '../../server/src/features/changes.ts';
import { effectiveCodebook } from '../../server/src/features/codebook/effective.ts';
import { comparables, issued } from '../../server/src/features/compared.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { bratOf } from '../../server/src/features/export/brat.ts';
import { bratConfiguration } from '../../server/src/features/export/brat-configuration.ts';
import { readBrat } from '../../server/src/features/export/brat-read.ts';
import { exportFormats, exportPieces } from '../../server/src/features/export/export.ts';
import { standoffOf } from '../../server/src/features/export/standoff.ts';
import { folds } from '../../server/src/features/folding.ts';
import { earlierStages, laterStages, threadStart } from '../../server/src/features/hierarchy.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { hover, hoverOfMark } from '../../server/src/features/hover/hover.ts';
import { goToAddress } from '../../server/src/features/hover/parts.ts';
import { implementations } from '../../server/src/features/implementation.ts';
import { cacheMarks, markIndex, recallMarks } from '../../server/src/features/index/mark-index.ts';
import { prepare } from '../../server/src/features/index/prepare.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { lenses, lensText } from '../../server/src/features/lenses.ts';
import { links } from '../../server/src/features/links.ts';
import { withoutSigns } from '../../server/src/features/markdown.ts';
import { marks } from '../../server/src/features/marks.ts';
import { nextMark } from '../../server/src/features/next-mark.ts';
import { unmarked } from '../../server/src/features/next-unmarked.ts';
import { outline } from '../../server/src/features/outline/outline.ts';
import { readingOf } from '../../server/src/features/reading-view/reading.ts';
import { recordSource } from '../../server/src/features/record-source.ts';
import { references } from '../../server/src/features/references.ts';
import { listedMarks, listingOf, outlineOf } from '../../server/src/features/register/listing.ts';
import { registerOf } from '../../server/src/features/register/register.ts';
import { entityAt, mergeEntities } from '../../server/src/features/rename/merge.ts';
import { mergeCandidates } from '../../server/src/features/rename/merge-candidates.ts';
import { moved } from '../../server/src/features/rename/moved.ts';
import { namedBy } from '../../server/src/features/rename/named.ts';
import { prepareRename, rename, renamed } from '../../server/src/features/rename/rename.ts';
import { revised } from '../../server/src/features/revised.ts';
import { selectionSteps } from '../../server/src/features/selection.ts';
import { settleSymbols, symbols } from '../../server/src/features/symbols.ts';
import { threadAt, threadNamed } from '../../server/src/features/thread.ts';
import { tokens } from '../../server/src/features/tokens.ts';
import { typeDefinition } from '../../server/src/features/type-definition.ts';
import { mendUnlinked, unlinkedDeeds } from '../../server/src/features/unlinked/mend.ts';
import { unlinkedPlaces } from '../../server/src/features/unlinked/places.ts';
import {
  isUnlinkedSort,
  type UnlinkedSort,
  unlinkedCodes,
  unlinkedOf,
  unlinkedTarget,
} from '../../server/src/features/unlinked/unlinked.ts';
import { rules } from '../../server/src/rules/index.ts';

type Ask = (snapshot: Snapshot, uri: string, offset: number) => unknown;

const whatIsUnlinked =
  (sort: UnlinkedSort): Ask =>
  (snapshot, uri) => {
    const own = [...unlinkedOf(snapshot, sort)].find((one) => one?.entry.uri === uri);
    return own?.found.map(({ target, places }) => {
      const there = unlinkedPlaces(snapshot, uri, sort, target);
      const [span] = there ?? [];
      return [
        ...[target, places, unlinkedTarget(snapshot, sort, target), there],
        unlinkedDeeds.map((deed) =>
          mendUnlinked(snapshot, uri, { sort, target, ...(span && { span }) }, deed),
        ),
      ];
    });
  };

/**
 * What an editor or the command line may ask at a place of a file. A new feature is a line here, and is then
 * soaked and fuzzed; `test/structure.test.ts` tells when one is missing.
 */
export const everyFeature: Readonly<Record<string, Ask>> = {
  findings: (snapshot, uri) => {
    const entry = snapshot.entries.get(uri);
    return entry && findingsIn(snapshot, entry).map(({ data: _, ...finding }) => finding);
  },
  hover: (snapshot, uri, offset) =>
    hover(snapshot, uri, offset, { asOf: '2033-01-01', link: ({ uri }) => goToAddress(uri) }),
  'hover in plain words': (snapshot, uri, offset) =>
    withoutSigns(hover(snapshot, uri, offset, { asOf: '2033-01-01' })?.markdown ?? ''),
  'hover of a mark': (snapshot, uri, offset) => {
    const entry = snapshot.entries.get(uri);
    const all = entry?.summary.definitions ?? [];
    const one = all[offset % all.length];
    return one && hoverOfMark(snapshot, uri, one, { asOf: '2033-01-01' });
  },
  definition,
  references: (snapshot, uri, offset) => references(snapshot, uri, offset, true),
  highlights,
  completion,
  implementations,
  'type definition': typeDefinition,
  hierarchy: (snapshot, uri, offset) =>
    threadStart(snapshot, uri, offset).map((stage) => [
      stage,
      laterStages(snapshot, stage),
      earlierStages(snapshot, stage),
    ]),
  lenses: (snapshot, uri) => lenses(snapshot, uri)?.map(({ id }) => lensText(snapshot, uri, id)),
  'inlay hints': (snapshot, uri, offset) =>
    inlayHints(snapshot, uri, behind(snapshot, uri, offset, 500), everyHint),
  folds,
  selection: selectionSteps,
  links,
  outline: (snapshot, uri) => outline(snapshot, uri),
  tokens: (snapshot, uri) => tokens(snapshot, uri),
  drawing: (snapshot, uri) => marks(snapshot, uri),
  'next mark': (snapshot, uri, offset) => nextMark(snapshot, uri, offset, 'next'),
  'previous mark': (snapshot, uri, offset) => nextMark(snapshot, uri, offset, 'previous'),
  symbols: (snapshot, uri, offset) => {
    markIndex(snapshot);
    prepare(snapshot, 1);
    if (offset % 2) for (const _ of settleSymbols(snapshot));
    keepMarks(snapshot);
    return symbols(snapshot, wordAt(snapshot, uri, offset));
  },
  actions: (snapshot, uri, offset) => {
    const span = behind(snapshot, uri, offset, offset % 13);
    const found = actions(snapshot, uri, span);
    return found.map((action) => [action.title, carryOut(snapshot, uri, span, action.deed)]);
  },
  'what is named': prepareRename,
  rename: (snapshot, uri, offset) => rename(snapshot, uri, offset, 'zz-new-name'),
  'a name given': (snapshot, uri, offset) =>
    renamed(snapshot, namedBy(nameAt(snapshot, uri, offset)), 'zz-new-name'),
  'moved files': (snapshot, uri) =>
    moved(snapshot, [{ from: uri, to: 'file:///c/moved.readout.md' }]),
  merge: (snapshot, uri, offset) => {
    const id = entityAt(snapshot, uri, offset) ?? '';
    return mergeCandidates(snapshot, id).map((other) => [
      ...[mergeEntities(snapshot, id, other.id), mergeEntities(snapshot, other.id, id)],
    ]);
  },
  thread: (snapshot, uri, offset) => shownThread(snapshot, threadAt(snapshot, uri, offset)),
  'a thread by name': (snapshot, uri, offset) =>
    shownThread(snapshot, threadNamed(snapshot, nameAt(snapshot, uri, offset))),
  series: (snapshot, uri) => {
    const series = snapshot.entries.get(uri)?.summary.series;
    if (!series) return undefined;
    return driftOf(snapshot, series).map(({ entry, carried, reworded, fresh, dropped }) => ({
      uri: entry.uri,
      taken: [...carried, ...reworded].map((taken) => shownTaken(snapshot, taken)),
      members: [...fresh, ...dropped].map((member) => shown(snapshot, member)),
    }));
  },
  'the list of the register': (snapshot, uri) => [
    ...[...listingOf(snapshot, '2033-01-01'), ...outlineOf(snapshot, '2033-01-01')]
      .filter((one) => one?.entry.uri === uri)
      .map((one) => one?.marks),
    listedMarks(snapshot, uri, [0, 1], '2033-01-01')?.marks,
  ],
  register: (snapshot) => [...registerOf(snapshot, '2033-01-01')].flat(),
  export: (snapshot) =>
    exportFormats.map((format) => {
      const wanted = { asOf: '2033-01-01', fileOf: (uri: string) => uri, isAsked: () => true };
      return [...exportPieces(format, [snapshot], wanted)].map(({ text }) => text).join('');
    }),
  codebook: ({ codebook }) =>
    effectiveCodebook(codebook, ({ uri, from, to }) => `${uri}:${from}-${to}`),
  'annotations apart': (snapshot, uri) => {
    const entry = snapshot.entries.get(uri);
    if (!entry) return undefined;
    const standoff = standoffOf(entry);
    const { ann, attributes } = bratOf(standoff);
    const values = new Map(attributes.map(({ key, value }) => [key, new Set([value])]));
    const uses = { codebooks: [snapshot.codebook], attributes: values };
    return [ann, readBrat(standoff.text, ann), bratConfiguration(uses)];
  },
  versions: (snapshot, uri) => {
    const here = snapshot.entries.get(uri);
    return here && versionsOf(snapshot, here).map((there) => shownVersions(snapshot, here, there));
  },
  'what to compare with': (snapshot, uri) =>
    comparables(snapshot, uri)?.map(({ entry, is }) => [entry.uri, is]),
  'as issued': (snapshot, uri) => issued(snapshot, uri),
  'a revised source': (snapshot, uri, offset) => {
    // Without the words behind a place, as a ministry may leave some out.
    const { to } = some(snapshot, uri, offset);
    const source = issued(snapshot, uri) ?? '';
    const taken = revised(snapshot, uri, source.slice(0, offset) + source.slice(to), '2033-01-01');
    if ('refused' in taken) return taken;
    // Their places are in the new text.
    const fates = taken.revision.fates.map(({ span: _, ...fate }) => fate);
    return { edit: taken.edit, fates };
  },
  'a recorded source': (snapshot, uri, offset) =>
    recordSource(snapshot, uri, offset % 2 ? 'https://a.example/b' : undefined, 'They met.\n'),
  'as it is read': (snapshot, uri) => {
    const reading = readingOf(snapshot, uri);
    return reading && { ...reading, blocks: [...reading.blocks] };
  },
  'what is not marked': (snapshot, uri) => unmarked(snapshot, uri),
  'fix all': (snapshot, uri) => fixAll(snapshot, uri),
  'fix everywhere': (snapshot, _, offset) =>
    [...fixEverywhere(snapshot, rules[offset % rules.length]?.code ?? '')].filter(Boolean),
  'link everywhere': (snapshot) => {
    // In their order, as that of a snapshot's maps tells of its history.
    const entity = [...snapshot.codebook.entities.keys()].sort()[0] ?? '';
    const key = [...snapshot.keys.keys()].sort()[0] ?? '';
    return [
      ...linkEverywhere(snapshot, { code: 'unlinked-mention', target: entity }),
      ...linkEverywhere(snapshot, { code: 'unlinked-document', target: `${key}#` }),
    ].filter(Boolean);
  },
  ...Object.fromEntries(
    Object.keys(unlinkedCodes)
      .filter(isUnlinkedSort)
      .map((sort) => [`what is unlinked: ${sort}`, whatIsUnlinked(sort)]),
  ),
  'mend all': (snapshot, uri) => {
    const mended = mendAll(snapshot, uri);
    return mended && { done: mended.done.map(({ says }) => says), left: mended.left };
  },
  'mend the codebook': (snapshot, uri) => {
    const mended = mendCodebook(snapshot, uri);
    return mended && { done: mended.done.map(({ says }) => says), left: mended.left };
  },
  'link all': (snapshot, uri) => {
    const linked = linkAll(snapshot, uri, Object.keys(linkable) as (keyof typeof linkable)[]);
    return linked && { edits: linked.edits, left: linked.left.map(({ says }) => says) };
  },
  'choices to annotate': (snapshot, uri, offset) =>
    annotateChoices(snapshot, uri, behind(snapshot, uri, offset, 9)),
  annotate: (snapshot, uri, offset) =>
    annotate(
      snapshot,
      uri,
      some(snapshot, uri, offset),
      'commitment',
      offset % 2 ? 'zz' : undefined,
    ),
  'choices to link': (snapshot, uri, offset) =>
    linkChoices(snapshot, uri, { from: offset, to: offset }, wordAt(snapshot, uri, offset)),
  link: (snapshot, uri, offset) => link(snapshot, uri, some(snapshot, uri, offset), '#orla'),
  'add note': (snapshot, uri, offset) =>
    addNote(snapshot, uri, some(snapshot, uri, offset), 'See [1].'),
  'remove annotation': (snapshot, uri, offset) =>
    removeAnnotation(snapshot, uri, { from: offset, to: offset }),
};

const everyHint = { names: true, actors: true, status: true };

const textOf = ({ entries, codebook }: Snapshot, uri: string): string =>
  entries.get(uri)?.text ?? codebook.files.find((file) => file.uri === uri)?.text ?? '';

/** A selection of so many characters, or of fewer where the text ends. */
const behind = (snapshot: Snapshot, uri: string, offset: number, length: number): Span => ({
  from: offset,
  to: Math.max(offset, Math.min(offset + length, textOf(snapshot, uri).length)),
});

/** A selection of no words, a few or many. */
const some = (snapshot: Snapshot, uri: string, offset: number): Span =>
  behind(snapshot, uri, offset, (offset * 7) % 60);

const wordAt = (snapshot: Snapshot, uri: string, offset: number): string =>
  /\p{L}+/u.exec(textOf(snapshot, uri).slice(offset))?.[0] ?? '';

/** The first name that is written behind a place, or that of the document. */
function nameAt(snapshot: Snapshot, uri: string, offset: number): string {
  const { own = 'd', mentions = [] } = snapshot.entries.get(uri)?.summary ?? {};
  const behind = mentions.filter(({ from }) => from >= offset);
  const [first] = behind.sort((a, b) => a.from - b.from || (a.name < b.name ? -1 : 1));
  return first?.name ?? `${own}#`;
}

const shownThread = (snapshot: Snapshot, thread: Thread | undefined) =>
  thread && [
    thread.members.map((member) => shown(snapshot, member)),
    thread.steps.map(({ via, from, to, difference }) => {
      const [later, earlier] = [thread.members[from], thread.members[to]] as Member[];
      const changes =
        earlier && later && changesInWords(difference, earlier, later, snapshot.codebook);
      return [via, from, to, difference, changes];
    }),
  ];

const shownTaken = (snapshot: Snapshot, { member, from, difference }: Taken) => [
  ...[shown(snapshot, member), shown(snapshot, from)],
  changesInWords(difference, from, member, snapshot.codebook),
];

function shownVersions(snapshot: Snapshot, here: Entry, there: Entry) {
  const { both, onlyHere, onlyThere } = compareVersions(snapshot, here, there);
  return {
    uri: there.uri,
    both: both.map((pair) => [shown(snapshot, pair.here), shown(snapshot, pair.there)]),
    only: [...onlyHere, ...onlyThere].map((member) => shown(snapshot, member)),
  };
}

/** What is said of a mark; the whole of its document is not. */
function shown(snapshot: Snapshot, member: Member) {
  const { entry, index, words, actors, due } = member;
  return {
    uri: entry.uri,
    index,
    words,
    actors,
    due,
    status: statusOfMember(snapshot, member)?.is,
  };
}

/** The words of marks as another session would take them up. */
function keepMarks(snapshot: Snapshot): void {
  const documents = [...snapshot.entries.values()];
  const pieces = cacheMarks(snapshot, documents);
  let next = pieces.next();
  while (!next.done) next = pieces.next();
  const again: Snapshot = { ...snapshot, collection: {} };
  const places = new Map(documents.map(({ summary }, place) => [summary, place]));
  recallMarks(again, { ...next.value, placeOf: (summary) => places.get(summary) ?? -1 });
  symbols(again, 'a');
}
