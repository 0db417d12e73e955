import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Span } from '../core/text.ts';
import { insertion } from '../core/writing/edit.ts';
import { innerOf, keepBrackets } from './mend.ts';
import { issuesOf } from './reader.ts';
import type { Context, DocumentRule, Fix, Message } from './rule.ts';
import { instead } from './say.ts';
import { sound } from './sound.ts';

export const noKind: DocumentRule = {
  subject: 'readout',
  code: 'no-kind',
  level: 'error',
  docs: {
    title: 'A mark without a kind',
    about:
      'Every mark says of what kind its words are: `.commitment`, `.position`, `.request`, `.place` … Without a kind the mark says nothing, and its words are counted nowhere. Only a fragment, with nothing but `continues=` in its braces, takes the kind of the mark it goes on from.',
    mend: `Write the kind, with a full stop before it. Where brackets and braces belong to the source, put a backslash before the two brackets.\n\n${instead(
      'They [will meet again]{#meeting due=2032}.',
      'They [will meet again]{#meeting .commitment due=2032}.',
    )}`,
  },
  examples: {
    good: [
      'They [will meet]{#meeting .commitment}\n\n[again in Orla]{continues=meeting}.',
      'The word \\[shall\\]{ins. 2031} was added.',
    ],
    bad: [
      `
      They [will meet again]{#meeting due=2032}.
                            ^^^^^^^^^^^^^^^^^^^ This mark has no kind.
      `,
      `
      The word [shall]{} stands here.
                      ^^
      `,
    ],
  },
  *check(context) {
    const { document } = context;
    const words = [...kindsWithoutStop(context), ...begunContinuations(context)].sort(
      (a, b) => a.from - b.from,
    );
    for (const mark of document.marks) {
      if (mark.kind || continuationOf(mark) || holdsOne(mark.braces, words)) continue;
      const { from, to } = mark.braces;
      const subject = stripSpan(document, mark.words);
      yield { from, to, message: message(), ...(subject.trim() && { subject }) };
    }
  },
  *fix(finding, context) {
    const { document } = context;
    const mark = document.marks.find(({ braces }) => braces.from === finding.from);
    if (!mark) return;
    if (mark.items && !mark.id && !mark.attributes.length)
      yield keepBrackets(document, mark.words.to);
    yield* sound(asKinds(mark, context), context);
  },
};

function* asKinds(mark: Mark, { document, snapshot }: Context): Generator<Fix> {
  for (const kind of snapshot.codebook.kinds.keys())
    yield { title: t`Write “.${kind}”`, edits: [addKind(document, mark, kind)] };
}

const message = (): Message => ({
  what: t`This mark has no kind.`,
  why: t`So it says nothing of its words, and they are counted nowhere.`,
  advice: t`Write the kind between the braces, for example “.commitment” or “.place”.`,
});

/** Where kinds stand in braces without their full stop, which is told already. */
const kindsWithoutStop = ({ document, snapshot }: Context): readonly Span[] =>
  issuesOf(document, 'stray-word').filter(({ from, to }) =>
    snapshot.codebook.kinds.has(document.text.slice(from, to)),
  );

/** `continues=` with nothing behind it is told already, and a fragment has the kind of its head. */
const begunContinuations = ({ document }: Context): readonly Span[] =>
  issuesOf(document, 'bad-value').filter(
    ({ from, to }) => document.text.slice(from, to) === 'continues=',
  );

/** Whether one of these places, which are in order, lies in the span. */
function holdsOne({ from, to }: Span, places: readonly Span[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const next = places[low];
  return !!next && next.to <= to;
}

function addKind(document: Document, { braces, id }: Mark, kind: string) {
  if (id) return insertion(id.to, ` .${kind}`);
  const space =
    innerOf(document, braces) && !/^[ \t\r\n]/.test(document.text.slice(braces.from + 1));
  return insertion(braces.from + 1, space ? `.${kind} ` : `.${kind}`);
}
