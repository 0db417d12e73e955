import type { Document, Issue, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { continuationOf, headsOf } from '../core/reading/parse.ts';
import { markAt, replacement, withoutItem } from './mend.ts';
import { moved } from './move-items.ts';
import { nearest } from './nearest.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const badContinuation = readerRule({
  code: 'bad-continuation',
  level: 'error',
  docs: {
    title: 'A mark continues no other mark',
    about:
      'Braces with `continues=` make a mark a further part of an earlier one, its head: of a passage that a page break or another mark cuts in two. The head closes earlier in the same document, has an id, and is no further part itself. Kind, id and attributes stand at the head only, so `continues=` stands alone in its braces.',
    mend: `Name the first part of the passage, and write whatever else there is to say into the braces of that first part.\n\n${instead(
      '[will reopen]{#bridge .commitment}\n\n[the bridge]{continues=brigde due=2031}',
      '[will reopen]{#bridge .commitment due=2031}\n\n[the bridge]{continues=bridge}',
    )}`,
  },
  examples: {
    good: ['[will reopen]{#bridge .commitment}\n\n[the bridge]{continues=bridge}'],
    bad: [
      `
      [will reopen]{#bridge .commitment} … [the bridge]{continues=brigde}
                                                        ^^^^^^^^^^^^^^^^ No earlier mark
      `,
      `
      [will reopen]{#bridge .commitment} … [the bridge]{continues=bridge due=2031}
                                                        ^^^^^^^^^^^^^^^^ alone
      `,
      `
      [the bridge]{continues=bridge} … [will reopen]{#bridge .commitment}
                   ^^^^^^^^^^^^^^^^ later
      `,
    ],
  },
  message: (words, issue, document) => {
    const mark = markAt(document, issue);
    const name = said(mark ? (continuationOf(mark)?.value.text ?? '') : words);
    return {
      what: whatIsWrong(name, issue, mark),
      why: t`So these words belong to no mark.`,
      advice: t`Name the first part of the passage, and let “continues=” stand alone in its braces.`,
    };
  },
  related: ({ about }) => about && { at: about, message: t`The mark of this id.` },
  *fix(issue, { document }) {
    const mark = markAt(document, issue);
    if (!mark) return;
    const heads = headsBefore(mark, document);
    const name = continuationOf(mark)?.value.text ?? '';
    const near = nearest(name, heads.keys());
    const head = heads.get(name);
    if (head) {
      yield* moved(mark, head, document);
    } else {
      for (const id of new Set([near, [...heads.keys()].at(-1)])) {
        if (!id) continue;
        const edits = [replacement(mark.braces, `{continues=${id}}`)];
        const safe = id === near && mark.items === 1;
        yield { title: t`Continue “#${id}”`, edits, ...(safe && { preferred: true }) };
      }
    }
    if (!mark.kind) return;
    yield { title: t`Make it a mark of its own`, edits: [withoutItem(document, issue)] };
  },
});

/** The marks that this one could continue, by id. */
const headsBefore = (mark: Mark, document: Document): Map<string, Mark> =>
  new Map([...headsOf(document.marks)].filter(([, head]) => head.span.to <= mark.span.from));

function whatIsWrong(name: string, issue: Issue, mark: Mark | undefined): string {
  if (!issue.about) return t`No earlier mark of this document has the id ${name}.`;
  if (mark && issue.about.to <= mark.span.from)
    return t`Beside “continues=” stands something else.`;
  const inside = mark && issue.about.from < mark.span.from;
  return inside
    ? t`These words stand inside the mark ${name} already.`
    : t`The mark ${name} comes later in the text.`;
}
