import type { Attribute, Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { quote, readItems } from '../core/reading/items.ts';
import { actorAttributes, isRelation, valueWords } from '../core/snapshot/targets.ts';
import { markAt, replacement, withoutItem } from './mend.ts';
import { readerRule } from './reader.ts';
import { brief, instead, said } from './say.ts';

export const repeatedKey = readerRule({
  code: 'repeated-key',
  level: 'error',
  docs: {
    title: 'An attribute stands twice in one mark',
    about:
      'A mark has each attribute once. The first one holds and any further one is passed over, so half of what was meant is missing from the register.',
    mend: `Keep one of them. Where an attribute takes several values, write them in one pair of quotes.\n\n${instead(
      '[will pay]{.commitment by=ardenia by=belmark}',
      '[will pay]{.commitment by="ardenia belmark"}',
    )}`,
  },
  examples: {
    good: ['They [will pay]{.commitment due=2031} and [will go]{.commitment due=2032}.'],
    bad: [
      `
      They [will pay]{.commitment due=2031 due=2032}.
                                           ^^^ “due”
      `,
    ],
  },
  message: (words) => ({
    what: t`The attribute ${said(words)} stands here a second time.`,
    why: t`Of several the first holds, so this one says nothing.`,
    advice: t`Keep one of them, or write both values in one pair of quotes where the attribute takes several.`,
  }),
  related: (issue, document) => {
    const first = firstOf(issue, document);
    return first && { at: first.key, message: t`It stands here first.` };
  },
  *fix(issue, { document }) {
    const first = firstOf(issue, document);
    if (!first || !issue.about) return;
    const [second] = readItems(document.text, issue.about.from, issue.about.to).attributes;
    if (!second) return;
    const without = withoutItem(document, issue.about);
    const same = first.value.text === second.value.text;
    const key = first.key.text;
    if (!same && (actorAttributes.has(key) || isRelation(first))) {
      const both = `${key}=${quote(union(first, second))}`;
      yield {
        title: t`Write ${brief(both)}`,
        edits: [replacement(first, both), without],
        preferred: true,
      };
    }
    const [one, two] = [first, second].map(({ from, to }) => document.text.slice(from, to));
    yield {
      title: t`Keep ${brief(one ?? '')}`,
      edits: [without],
      ...(same && { preferred: true }),
    };
    if (!same)
      yield { title: t`Keep ${brief(two ?? '')}`, edits: [replacement(first, two ?? ''), without] };
  },
});

const firstOf = (issue: Issue, document: Document): Attribute | undefined => {
  const key = document.text.slice(issue.from, issue.to);
  return markAt(document, issue)?.attributes.find((attribute) => attribute.key.text === key);
};

/** The words of both values, each once. */
const union = (...attributes: Attribute[]): string =>
  [...new Set(attributes.flatMap((one) => valueWords(one).map(({ text }) => text)))].join(' ');
