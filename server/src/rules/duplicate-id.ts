import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf, headsOf } from '../core/reading/parse.ts';
import type { Piece } from '../core/text.ts';
import { removal, replacement } from './mend.ts';
import { freshIds } from './misnamed.ts';
import type { DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';

export const duplicateId: DocumentRule = {
  subject: 'readout',
  code: 'duplicate-id',
  level: 'error',
  docs: {
    title: 'Two marks have one id',
    about:
      'An id names one mark of a document. Where two have the same, every reference leads to the first, and the second can be reached by nobody. It is reported on each later mark.',
    mend: `Give the later mark an id of its own, or take its id out if nothing points at it. If it is a piece of the first mark, write \`continues=\` with the id instead.\n\n${instead(
      '[will meet]{#talks .commitment} and [will report]{#talks .commitment}',
      '[will meet]{#talks .commitment} and [will report]{#report .commitment}',
    )}`,
  },
  examples: {
    good: ['They [will meet]{#talks .commitment} and [will report]{#report .commitment}.'],
    bad: [
      `
      They [will meet]{#talks .commitment} and [will report]{#talks .commitment}.
                                                             ^^^^^^ Another mark of this document is called “talks” already.
      `,
    ],
  },
  *check({ document, entry }) {
    for (const { id, first } of duplicates(document)) {
      const place = first.id ?? first.words;
      yield {
        from: id.from,
        to: id.to,
        message: {
          what: t`Another mark of this document is called ${said(id.text)} already.`,
          why: t`Every reference to this id leads to the first, so nobody reaches these words.`,
          advice: t`Give this mark an id of its own, or take the id out if nothing points at it.`,
        },
        target: `${entry.summary.own}#${id.text}`,
        subject: id.text,
        related: [
          { uri: entry.uri, from: place.from, to: place.to, message: t`The first of this id.` },
        ],
      };
    }
  },
  fix: soundly(function* (finding, context) {
    const { document } = context;
    const mark = document.marks.find(({ id }) => id?.from === finding.from);
    const id = mark && idsOf(context).get(mark);
    if (!mark?.id || !id) return;
    const edits = [replacement(mark.id, `#${id}`)];
    yield { title: t`Call this mark ${said(id)}`, edits, preferred: true };
    yield { title: t`Take the id out`, edits: [withoutId(document, mark)] };
  }),
};

interface Duplicate {
  readonly mark: Mark;
  readonly id: Piece;
  readonly first: Mark;
}

/** The marks whose id another one before them has; fragments have a finding of their own. */
function* duplicates({ marks }: Document): Generator<Duplicate> {
  const heads = headsOf(marks);
  for (const mark of marks) {
    const { id } = mark;
    const first = id && heads.get(id.text);
    if (first && first !== mark && !continuationOf(mark)) yield { mark, id, first };
  }
}

const idsOf = freshIds(({ document }) => [...duplicates(document)].map(({ mark }) => mark));

/** Takes the id out of the braces, with the blanks behind it. */
function withoutId({ text }: Document, { id, braces }: Mark) {
  const from = id?.from ?? braces.from;
  let to = id?.to ?? from;
  while (/[ \t\r\n]/.test(text[to] ?? '')) to++;
  return removal({ from, to });
}
