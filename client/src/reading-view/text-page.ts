import { env, l10n } from 'vscode';
import type {
  ReadingBlock,
  ReadingCard,
  ReadingMark,
  ReadingShown,
  ReadingVerb,
} from '../../../server/src/protocol/reading-shown.ts';
import { cssColor, kindColor } from '../draw/kind-color.ts';
import { statusName } from '../register/tree-items.ts';
import type { LinedBlock } from './blocks-page.ts';
import { dayInWords, daysInWords } from './days.ts';
import type { BlocksPage, CardLook, Fact, MarkLook, NoteLook, TextPage } from './messages.ts';
import { moved } from './moved.ts';

/** A document as the page draws it, in the words of the reader's language; `pass` finds what is new of its blocks. */
export function textPage(
  reading: ReadingShown,
  pass: (blocks: readonly LinedBlock[], lang: string) => BlocksPage,
): TextPage {
  const { title, lang, series, blocks } = reading;
  let number = 0;
  const isMarked = blocks.some(({ marks, notes }) => marks.length || notes.length);
  return {
    lang: lang ?? '',
    title,
    saysTitle: blocks[0]?.is === 'title',
    facts: headFacts(reading),
    hasSeries: series !== undefined,
    ...(!isMarked && { empty: nothingMarked(blocks) }),
    blocks: pass(
      blocks.map((block) => {
        const notes = block.notes.map(({ words }): NoteLook => ({ number: ++number, words }));
        return linedBlock(block, notes);
      }),
      lang ?? '',
    ),
  };
}

const nothingMarked = (blocks: readonly ReadingBlock[]): string =>
  blocks.length
    ? l10n.t(
        'Nothing is marked in this text yet. Select words in it and run “Annotate Selection as…”: what they are will stand here, in the margin.',
      )
    : l10n.t('This text is empty.');

function headFacts({ date, place, issuer, parties, series }: ReadingShown): Fact[] {
  const said = [
    [l10n.t('Date'), date && daysInWords(date, env.language)],
    [l10n.t('Place'), place],
    [l10n.t('Issued by'), issuer],
    [l10n.t('Parties'), parties.join(', ')],
    [l10n.t('Series'), series],
  ] as const;
  return said.flatMap(([label, words]) => (words ? [{ label, words }] : []));
}

function linedBlock(block: ReadingBlock, notes: readonly NoteLook[]): LinedBlock {
  const { is, level, pieces, marks, references, range } = block;
  const { line } = range.start;
  return {
    line,
    block: {
      look: {
        ...{ is, level, pieces, notes },
        marks: marks.map(markLook),
        references: references.map(({ means }) => means),
      },
      range: moved(range, -line),
      marks: marks.map((mark) => moved(mark.range, -line)),
      notes: block.notes.map((note) => moved(note.range, -line)),
    },
  };
}

function markLook(mark: ReadingMark): MarkLook {
  const { kind, id, card } = mark;
  const name = capitalised(l10n.t(kind)) || l10n.t('Mark without a kind');
  const status = card && card.status !== 'standing' ? statusName(card.status).toLowerCase() : '';
  return {
    ...kindLook(mark),
    ...(id && { id }),
    tip: [name, status].filter(Boolean).join(' · '),
    ...(card && { card: cardLook(kind, card) }),
  };
}

/** The class of a kind in the style sheet, and the colour that its codebook gives it. */
export function kindLook(
  mark: Pick<ReadingMark, 'kind' | 'color'>,
): Pick<MarkLook, 'kind' | 'color'> {
  const color = kindColor(mark);
  const [, own] = /^readout\.(\w+)$/.exec(color) ?? [];
  return own ? { kind: own } : { kind: 'otherMark', color: cssColor(color) };
}

function cardLook(kind: string, card: ReadingCard): CardLook {
  const { name, status, reason, referred, hasThread } = card;
  return {
    ...{
      kind: capitalised(l10n.t(kind)),
      status: statusName(status),
      is: status,
      reason,
      hasThread,
    },
    facts: [...verbFacts(card), boundFact(kind, card), ...dueFacts(card)],
    referred: referredWords(referred),
    ...(name && { name }),
  };
}

function verbFacts({ verb, force }: ReadingCard): Fact[] {
  if (!verb) return [];
  const words = force ? `${verb.lemma} → ${force.lemma}` : verb.lemma;
  const rank = force ?? verb;
  const more = `${ladderName(rank)} ${rank.rung}/${rank.of}`;
  return [{ label: l10n.t('Verb'), words, more, tip: rungWords(rank) }];
}

const rungWords = (verb: ReadingVerb): string =>
  l10n.t('{0}, rung {1} of {2}', ladderName(verb), verb.rung, verb.of);

function ladderName({ ladder }: ReadingVerb): string {
  const names = {
    stance: l10n.t('stance'),
    directive: l10n.t('directive'),
    commissive: l10n.t('commissive'),
  };
  return names[ladder];
}

function boundFact(kind: string, { actors }: ReadingCard): Fact {
  const label = kind === 'commitment' ? l10n.t('Bound') : l10n.t('By');
  return { label, words: actors.join(', ') || l10n.t('nobody is named') };
}

function dueFacts({ due }: ReadingCard): Fact[] {
  if (!due) return [];
  const about = due.endsWith('~');
  const day = daysInWords(due.replaceAll('~', ''), env.language);
  const words =
    due === 'open' ? l10n.t('left open by the text') : about ? l10n.t('about {0}', day) : day;
  return [{ label: l10n.t('Due'), words }];
}

function referredWords(count: number): string {
  if (!count) return l10n.t('Nothing refers to it');
  return count === 1 ? l10n.t('1 refers to it') : l10n.t('{0} refer to it', count);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** When a text was issued, in the reader's language; words for one that does not say it. */
export const dateOf = (date: string | undefined): string =>
  date ? dayInWords(date, env.language) : l10n.t('Undated');
