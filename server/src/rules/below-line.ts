import type { Codebook } from '../core/codebook/codebook.ts';
import type { Document, Paragraph } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf } from '../core/reading/parse.ts';
import type { Span } from '../core/text.ts';
import { sentences, verbOfMark } from '../core/verbs/mark-verb.ts';
import { lineReached, type Rank } from '../core/verbs/verbs.ts';
import type { DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';

export const belowLine: DocumentRule = {
  subject: 'readout',
  code: 'below-line',
  level: 'hint',
  docs: {
    title: 'A commitment whose verb hardly binds',
    about:
      'The codebook draws a commitment line across its ladder of verbs: by default *intend, plan, aim, seek* and all above them make a commitment, *consider*, *explore* or *hope* do not. What counts is the force: in “affirmed that they will continue” it is that of *will continue*, not of *affirmed*. These words are marked as a commitment and their force lies below the line. The finding is silent where no verb of that ladder is found.',
    mend: `See whether the words are a position rather than a commitment. Where another verb counts than the one that was found, write it as \`verb=\`; where the collection draws the line elsewhere, set \`commitment-line\` in \`readout.yaml\`.\n\n${instead(
      'The sides [will consider a fund]{.commitment}.',
      'The sides [will consider a fund]{.position}.',
    )}`,
  },
  examples: {
    good: [
      'The sides [will open the port]{.commitment}.',
      'The sides [will consider a fund]{.commitment verb=agree}.',
    ],
    bad: [
      `
      The sides [will consider a fund]{.commitment}.
                 ^^^^^^^^^^^^^^^^^^^^ The force of this commitment is that of “consider”
      `,
    ],
  },
  *check({ document, snapshot }) {
    for (const paragraph of document.paragraphs) {
      for (const { from, to, force } of weakIn(document, paragraph, snapshot.codebook)) {
        const span = { from: from + paragraph.from, to: to + paragraph.from };
        yield finding(span, force, snapshot.codebook);
      }
    }
  },
};

/** A commitment below the line; its place counts from the paragraph's start. */
interface Weak extends Span {
  readonly force: Rank;
}

interface Known {
  readonly ladders: Codebook['ladders'];
  readonly line: string;
  readonly weak: readonly Weak[];
}

// Reading verbs takes longer than all else that is done at a key; a paragraph that stays keeps its own.
const known = new WeakMap<object, Known>();

function weakIn(document: Document, paragraph: Paragraph, codebook: Codebook): readonly Weak[] {
  const { identity } = paragraph.passage;
  const { ladders, commitmentLine: line } = codebook;
  const last = known.get(identity);
  if (last?.ladders === ladders && last.line === line) return last.weak;
  const weak = [...readWeak(document, paragraph, codebook)];
  known.set(identity, { ladders, line, weak });
  return weak;
}

function* readWeak(
  document: Document,
  { from: start, passage }: Paragraph,
  codebook: Codebook,
): Generator<Weak> {
  const sentence = sentences(document);
  for (const mark of passage.constructs) {
    if (mark.type !== 'mark' || mark.kind?.text !== 'commitment' || continuationOf(mark)) continue;
    const verb = verbOfMark(codebook, sentence, mark);
    if (!verb || lineReached(verb, codebook) !== false) continue;
    const { from, to } = mark.words;
    yield { from: from - start, to: to - start, force: verb.force ?? verb };
  }
}

function finding(span: Span, { lemma, ladder, rung }: Rank, codebook: Codebook): Finding {
  const rungs = codebook.ladders[ladder].length;
  const message = {
    what: t`The force of this commitment is that of ${said(lemma)} (rung ${rung + 1} of ${rungs}), below the line, which is drawn at ${said(codebook.commitmentLine)}.`,
    why: t`Such words show interest and bind nobody, and the register would promise more than the text.`,
    advice: t`See whether they are a position, or write the verb that counts as “verb=”.`,
  };
  return { ...span, message };
}
