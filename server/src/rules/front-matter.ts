import { fieldsOf } from '../core/front/fields.ts';
import { frontProblems } from '../core/front/problems.ts';
import { t } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import type { Span } from '../core/text.ts';
import type { Cut } from '../core/yaml/cut.ts';
import { mendCut } from './cut-value.ts';
import type { Context, DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';

export const frontMatter: DocumentRule = {
  subject: 'readout',
  code: 'front-matter',
  level: 'error',
  docs: {
    title: 'The front matter cannot be read as it is',
    about:
      'The front matter stands between two lines of `---` at the very start and says of the document what its text does not: its date, who is bound by it, where it comes from. It is written in YAML, one `name: value` a line. Here the YAML is broken, a value has a form it cannot have, or `terms` names an entity that the codebook does not have. What cannot be read does not count: the document may lack its date, its parties or its source. The text itself is not touched by it.',
    mend: `Put the place right that is marked. Words that hold \`:\` \`#\` or begin with a bracket go in double quotes, and so do words with a comma between \`{\` and \`}\`.\n\n${instead(
      'title: Talks: the second round\ndate: 2 April 2031',
      'title: "Talks: the second round"\ndate: 2031-04-02',
    )}`,
  },
  examples: {
    good: [
      `
      ---
      title: "Talks: the second round"
      date: 2031-04-02/2031-04-04
      ---

      The Ministers met.
      `,
    ],
    bad: [
      `
      ---
      date: last spring
            ^^^^^^^^^^^ date takes a day of the calendar
      ---

      The Ministers met.
      `,
      `
      //- a.readout.md
      ---
      terms: { the Ministers: [bandt] }
                               ^^^^^ Did you mean “brandt”?
      ---

      The Ministers met.
      //- readout.yaml
      entities: { brandt: { kind: actor, name: Anna Brandt } }
      `,
    ],
  },
  *check(context) {
    const { front } = context.document;
    if (!front) return;
    const found: Finding[] = [...unknownTerms(context)];
    for (const { message, advice, related, from, to } of front.issues) {
      const finding = { from, to, message: { what: message, why: why(), advice } };
      found.push({ ...finding, ...(related && { related: [first(related, context)] }) });
    }
    for (const { span, what, advice, cut } of frontProblems(front)) {
      const finding = { from: span.from, to: span.to, message: { what, why: why(), advice } };
      found.push({ ...finding, ...(cut && { data: cut }) });
    }
    yield* found.sort((a, b) => a.from - b.from);
  },
  *fix({ data }, { document }) {
    if (data) yield* mendCut(data as Cut, document.text);
  },
};

const why = (): string => t`What cannot be read in the front matter does not count.`;

const first = ({ from, to }: Span, { entry }: Context) => ({
  uri: entry.uri,
  from,
  to,
  message: t`The first of the two.`,
});

function* unknownTerms({ document, snapshot }: Context): Generator<Finding> {
  const { entities } = snapshot.codebook;
  for (const { name, actors } of fieldsOf(document.front).terms ?? []) {
    for (const { from, to, text } of actors) {
      if (entities.has(text)) continue;
      const near = nearest(text, entities.keys())[0];
      const message = {
        what: t`The codebook has no entity ${said(text)}.`,
        why: t`So ${said(name.text)} stands for nobody, and what it does binds nobody.`,
        advice: near
          ? t`Did you mean ${said(near)}?`
          : t`Write the id of an entity of the codebook.`,
      };
      yield { from, to, message, subject: text };
    }
  }
}
