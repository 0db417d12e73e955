import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { readItems } from '../core/reading/items.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import type { Span } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';
import { idFrom } from '../core/writing/ids.ts';
import { escapedBrace } from '../core/writing/insert.ts';
import { bracesEnd } from './brackets.ts';
import { closing, isTangled, opening, removal, replacement } from './mend.ts';
import type { Context, Fix } from './rule.ts';

/**
 * Divides what was meant as one mark over a blank line into a head and a fragment. The words of both
 * stay as they are: strip gives what it gave, without the signs that were no mark. Of several such
 * marks over one blank line the innermost is mended first.
 */
export function* divided(issue: Issue, context: Context): Generator<Fix> {
  const { document } = context;
  const halves = halvesOf(document, issue);
  if (!halves) return;
  const { first, second, braces } = halves;
  const { text } = document;
  const unbracket = removal({ from: first.from - 1, to: first.from });
  const after = text.slice(second.to, braces.to);
  if (!/\S/.test(text.slice(first.from, first.to))) {
    const edits = [unbracket, ...opening(document, second.from)];
    yield { title: t`Begin the mark after the blank line`, edits, preferred: true };
  } else if (!/\S/.test(text.slice(second.from, second.to))) {
    const edits = [
      ...closing(document, first.to, after.trimStart()),
      removal({ from: issue.from, to: braces.to }),
    ];
    yield { title: t`End the mark before the blank line`, edits, preferred: true };
  } else {
    const edits = joined(context, halves);
    yield {
      title: t`Divide the mark and join its parts with “continues=”`,
      edits,
      preferred: true,
    };
  }
}

function joined({ document, snapshot }: Context, { first, second, braces }: Halves): Edit[] {
  const { text } = document;
  const items = readItems(text, braces.from + 1, braces.to - 1);
  const continued = items.attributes.find(({ key }) => key.text === 'continues')?.value.text;
  const taken = new Set(document.marks.flatMap(({ id }) => id?.text ?? []));
  for (const id of snapshot.codebook.entities.keys()) taken.add(id);
  const words = `${text.slice(first.from, first.to)} ${text.slice(second.from, second.to)}`;
  const id = continued ?? items.id?.text ?? idFrom(words, taken);
  const inner = text.slice(braces.from + 1, braces.to - 1).trim();
  const head = continued || items.id ? inner : `#${id} ${inner}`.trim();
  return [
    ...closing(document, first.to, `]{${head}}`),
    ...opening(document, second.from),
    replacement(braces, `{continues=${id}}`),
    ...escapedBrace(document, braces.to),
  ];
}

interface Halves {
  /** The words before the blank line, from the `[` on, and those after it, up to the `]`. */
  readonly first: Span;
  readonly second: Span;
  readonly braces: Span;
}

function halvesOf(document: Document, { from, about }: Issue): Halves | undefined {
  const index = paragraphAt(document, from);
  const before = document.paragraphs[index - 1];
  const after = document.paragraphs[index];
  const end = bracesEnd(document, from + 1);
  if (!about || !before || !after || !end || isTangled(document, { from, to: end }))
    return undefined;
  const innermost = before.passage.open.at(-1)?.at === about.from;
  if (!innermost || after.passage.closings[0]?.at !== from) return undefined;
  const { text } = document;
  return {
    first: {
      from: about.to,
      to: before.from + text.slice(before.from, before.to).trimEnd().length,
    },
    second: { from: after.to - text.slice(after.from, after.to).trimStart().length, to: from },
    braces: { from: from + 1, to: end },
  };
}
