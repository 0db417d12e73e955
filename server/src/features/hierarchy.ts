import { t } from '../core/language.ts';
import { resolveName } from '../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import { type Span, shortened } from '../core/text.ts';
import { heldMark, inOrder, type Member, memberAt } from '../core/threads/member.ts';
import { cursorAt } from './cursor/cursor-at.ts';
import { subjectOf } from './cursor/subject.ts';
import { dayInWords } from './days.ts';
import { mentionedBy } from './index/mentioned.ts';

/** A mark as one line of the thread that an editor unfolds. */
export interface Stage {
  readonly uri: string;
  /** Its index among the marks of its document. */
  readonly index: number;
  /** Empty for a mark without one. */
  readonly id: string;
  /** Its words as issued, shortened. */
  readonly name: string;
  /** `reaffirms · 2 April 2033 · Joint Statement · will`; without the relation where the thread begins. */
  readonly detail: string;
  readonly kind: string;
  /** The whole mark. */
  readonly span: Span;
  readonly words: Span;
}

/** A mark one step further, and where the relation that leads there is written. */
export interface Leading {
  readonly stage: Stage;
  /** The names as written, in the document of the later mark. */
  readonly places: readonly Span[];
}

/** Which mark of which document: by its id, or where it has none by its index. */
export type Which = Pick<Stage, 'uri' | 'index' | 'id'>;

const longestName = 80;
/** It only points at something, and says nothing of what became of it: a thread does not go that way. */
const citing = 'cites';

/** The marks that a thread can begin with at `offset`: the mark there, or the one that a reference means. */
export function threadStart(snapshot: Snapshot, uri: string, offset: number): Stage[] {
  const cursor = cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (subject?.is === 'mark') {
    const entry = snapshot.entries.get(uri);
    const { from } = subject.mark.words;
    const index = entry?.summary.definitions.findIndex((one) => one.from === from) ?? -1;
    return entry ? stagesAt(snapshot, [{ entry, index, via: [] }]) : [];
  }
  if (subject?.is !== 'thing') return [];
  return stagesAt(
    snapshot,
    marksNamed(snapshot, subject.name).map((one) => ({ ...one, via: [] })),
  );
}

/** What acts on a mark: the later texts whose relation points at it, the earliest first. */
export function laterStages(snapshot: Snapshot, which: Which): Leading[] {
  const here = markOf(snapshot, which);
  const { own, definitions } = here?.entry.summary ?? {};
  const id = here && definitions?.[here.index]?.id;
  if (!id) return [];
  const found = new Map<string, Found>();
  for (const { entry, mention } of mentionedBy(snapshot, `${own}#${id}`)) {
    const { role, via, mark, from, to } = mention;
    if (role !== 'relation' || via === citing || mark < 0) continue;
    add(found, entry, mark, via, { from, to });
  }
  return leadingTo(snapshot, found);
}

/** What a mark goes back to by its own relations, the earliest first. */
export function earlierStages(snapshot: Snapshot, which: Which): Leading[] {
  const here = markOf(snapshot, which);
  const found = new Map<string, Found>();
  for (const { role, via, mark, name, from, to } of here?.entry.summary.mentions ?? []) {
    if (role !== 'relation' || via === citing || mark !== here?.index) continue;
    for (const { entry, index } of marksNamed(snapshot, name)) {
      add(found, entry, index, via, { from, to });
    }
  }
  return leadingTo(snapshot, found);
}

interface At {
  readonly entry: Entry;
  readonly index: number;
}

interface Found extends At {
  readonly via: string[];
  readonly places: Span[];
}

function add(
  found: Map<string, Found>,
  entry: Entry,
  index: number,
  via: string,
  place: Span,
): void {
  const key = `${index} ${entry.uri}`;
  const one = found.get(key) ?? { entry, index, via: [], places: [] };
  found.set(key, one);
  if (!one.via.includes(via)) one.via.push(via);
  one.places.push(place);
}

function markOf({ entries }: Snapshot, { uri, index, id }: Which): At | undefined {
  const entry = entries.get(uri);
  if (!entry) return undefined;
  return { entry, index: id ? indexOf(entry, id) : index };
}

const indexOf = ({ summary }: Entry, id: string): number =>
  summary.definitions.findIndex((one) => one.id === id);

function marksNamed(snapshot: Snapshot, name: string): At[] {
  const meant = resolveName(snapshot, name);
  if (meant.to !== 'mark') return [];
  return meant.found.map(({ entry, definition }) => ({
    entry,
    index: indexOf(entry, definition.id),
  }));
}

type Arrived = At & { readonly via: readonly string[] };

const stagesAt = (snapshot: Snapshot, all: readonly Arrived[]): Stage[] =>
  all.flatMap(({ entry, index, via }) => {
    const member = memberAt(snapshot.codebook, entry, index);
    return member ? [stageOf(member, via)] : [];
  });

const leadingTo = ({ codebook }: Snapshot, found: ReadonlyMap<string, Found>): Leading[] =>
  [...found.values()]
    .flatMap(({ entry, index, via, places }) => {
      const member = memberAt(codebook, entry, index);
      return member ? [{ member, via, places }] : [];
    })
    .sort((a, b) => inOrder(a.member, b.member))
    .map(({ member, via, places }) => ({ stage: stageOf(member, via), places }));

function stageOf(member: Member, via: readonly string[]): Stage {
  const { entry, index, definition, words, verb } = member;
  const { summary } = entry;
  const { id, kind, from, to } = definition;
  const said = [
    via.map((one) => t(one).replaceAll('-', ' ')).join(t`, `),
    summary.date && dayInWords(summary.date),
    summary.title && shortened(summary.title, 60),
    (verb?.force ?? verb)?.lemma,
  ];
  const span = heldMark(entry, definition)?.mark.span ?? { from, to };
  return {
    ...{ uri: entry.uri, index, id, kind, span, words: { from, to } },
    name: shortened(words, longestName) || id || kind || '…',
    detail: said.filter(Boolean).join(' · '),
  };
}
