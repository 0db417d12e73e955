import type { Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Piece } from '../core/text.ts';
import { insertion } from '../core/writing/edit.ts';
import { freshIds } from './misnamed.ts';
import type { Context, DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';

export const noId: DocumentRule = {
  subject: 'readout',
  code: 'no-id',
  level: 'off',
  docs: {
    title: 'A registered mark without an id',
    about:
      'A mark needs an id only when something points at it, so this is off by default. Where a collection wants every commitment, position and request to be ready for a later text to go back to, it can be switched on.',
    mend: `Give the mark an id; the fix makes one from its words.\n\n${instead(
      'They [will reopen the bridge]{.commitment}.',
      'They [will reopen the bridge]{#reopen-bridge .commitment}.',
    )}`,
  },
  examples: {
    good: ['They [will reopen the bridge]{#bridge .commitment} in [Orla]{.place}.'],
    bad: [
      `
      They [will reopen the bridge]{.commitment} in Orla.
                                    ^^^^^^^^^^^ This commitment has no id.
      `,
    ],
  },
  *check(context) {
    const { document } = context;
    for (const { mark, kind } of nameless(context)) {
      const message = {
        what: t`This ${t(kind.text)} has no id.`,
        why: t`So no later text can reaffirm, fulfil or cite it.`,
        advice: t`Give it an id.`,
      };
      const subject = stripSpan(document, mark.words);
      yield { from: kind.from, to: kind.to, message, ...(subject.trim() && { subject }) };
    }
  },
  fix: soundly(function* (finding, context) {
    const { document } = context;
    const mark = document.marks.find(({ kind }) => kind?.from === finding.from);
    const id = mark && idsOf(context).get(mark);
    if (!mark?.kind || !id) return;
    const edits = [insertion(mark.kind.from, `#${id} `)];
    yield { title: t`Call this mark ${said(id)}`, edits, preferred: true };
  }),
};

interface Nameless {
  readonly mark: Mark;
  readonly kind: Piece;
}

function* nameless({ document, snapshot }: Context): Generator<Nameless> {
  for (const mark of document.marks) {
    const { kind, id } = mark;
    if (!kind || id || continuationOf(mark)) continue;
    if (snapshot.codebook.kinds.get(kind.text)?.registered) yield { mark, kind };
  }
}

const idsOf = freshIds((context) => [...nameless(context)].map(({ mark }) => mark));
