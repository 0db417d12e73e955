import type { Codebook } from '../core/codebook/codebook.ts';
import type { Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { builtinAttributes } from '../core/snapshot/targets.ts';
import { replacement, withoutItem } from './mend.ts';
import type { DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';

export const unknownKey: DocumentRule = {
  subject: 'readout',
  code: 'unknown-key',
  level: 'error',
  proseless: true,
  docs: {
    title: 'There is no attribute or relation of this name',
    about:
      'Before the `=` stands the name of an attribute (`by`, `says`, `to`, `verb`, `due`, `if`, `score`, `continues`) or of a relation (`reaffirms`, `fulfils`, `cites` … and those that the collection adds under `relations:` in `readout.yaml`). What any other name says is read by nobody: a due date or a thread is lost.',
    mend: `Write the right name, in small letters, or add the relation to \`readout.yaml\`.\n\n${instead(
      '[will open the port]{.commitment until=2031 reafirms="#port"}',
      '[will open the port]{.commitment due=2031 reaffirms="#port"}',
    )}`,
  },
  examples: {
    good: ['They [will go]{.commitment due=2031 if="as able"}.'],
    bad: [
      `
      They [will go]{.commitment until=2031 By=ardenia}.
                                 ^^^^^ There is no attribute and no relation “until”
                                            ^^ Did you mean “by”?
      `,
    ],
  },
  *check({ document, snapshot }) {
    for (const mark of document.marks) {
      for (const { key } of mark.attributes) {
        if (isKnown(key.text, snapshot.codebook)) continue;
        const near = nearest(key.text, namesFor(mark, snapshot.codebook))[0];
        yield {
          from: key.from,
          to: key.to,
          message: {
            what: t`There is no attribute and no relation ${said(key.text)}.`,
            why: t`So what stands behind its “=” is read by nobody.`,
            advice: near
              ? t`Did you mean “${near}”?`
              : t`Write one of the codebook, or add a relation of this name to readout.yaml.`,
          },
          subject: key.text,
        };
      }
    }
  },
  fix: soundly(function* (finding, { document, snapshot }) {
    const mark = document.marks.find(({ braces }) => touchesKey(braces, finding));
    const attribute = mark?.attributes.find(({ key }) => key.from === finding.from);
    if (!mark || !attribute) return;
    const near = nearest(attribute.key.text, namesFor(mark, snapshot.codebook), 2);
    for (const [index, name] of near.entries()) {
      const edits = [replacement(attribute.key, name)];
      yield { title: t`Write “${name}=”`, edits, ...(index === 0 && { preferred: true }) };
    }
    const { key, value } = attribute;
    if (key.text === 'kind' && !mark.kind && snapshot.codebook.kinds.has(value.text)) {
      const edits = [replacement(attribute, `.${value.text}`)];
      yield { title: t`Write “.${value.text}”`, edits, preferred: true };
    }
    const title = t`Take ${said(`${key.text}=`)} out with its value`;
    yield { title, edits: [withoutItem(document, attribute)] };
  }),
};

const touchesKey = (braces: Mark['braces'], { from, to }: { from: number; to: number }): boolean =>
  braces.from < from && to < braces.to;

/** Whether an attribute or relation of this name means something here. */
export const isKnown = (name: string, { attributes, relations }: Codebook): boolean =>
  builtinAttributes.has(name) || attributes.has(name) || relations.has(name);

/** The names that the mark does not use yet. */
const namesFor = ({ attributes }: Mark, codebook: Codebook): string[] =>
  [...codebook.attributes.keys(), ...codebook.relations.keys()].filter(
    (name) => name !== 'continues' && !attributes.some(({ key }) => key.text === name),
  );
