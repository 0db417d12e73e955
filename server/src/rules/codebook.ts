import { t } from '../core/language.ts';
import type { Cut } from '../core/yaml/cut.ts';
import { mendCut } from './cut-value.ts';
import type { CodebookRule } from './rule.ts';

export const codebook: CodebookRule = {
  subject: 'codebook',
  code: 'codebook',
  level: 'error',
  docs: {
    title: 'The codebook cannot be read as it is',
    about:
      'The codebook of a collection is its `readout.yaml` with the files that it includes: kinds, relations, ladders, entities, series, the level of each finding. Here the YAML is broken, a value has a form it cannot have, an `include` takes no file, an entity stands in it twice, or a relation is named like a built-in attribute. What cannot be read does not count, for none of the documents; all the rest of the codebook holds.',
    mend: 'Put the place right that is marked. What belongs to a name is indented below it by two spaces; words that hold `:` or `#`, or begin with a bracket, go in double quotes, and so do words with a comma between `{` and `}`.',
  },
  examples: {
    good: ['name: Ardenia and Corvia\nentities:\n  ardenia:\n    kind: actor\n    name: Ardenia\n'],
    bad: [
      `
      entities:
        ardenia:
          kind: aktor
                ^^^^^ Did you mean “actor”?
          name: Ardenia
      `,
      `
      relations: { by: { inverse: made by } }
                   ^^
      `,
      `
      entities:
        orla: { kind: place, name: Port of Orla, Lights }
                                                 ^^^^^^ a comma ends a value
      `,
    ],
  },
  *check({ issues }) {
    for (const { uri, from, to, what, advice, related, cut } of issues) {
      const finding = { uri, from, to, message: { what, why: why(), advice } };
      const other = related && { related: [{ ...related, message: t`The first of the two.` }] };
      yield { ...finding, ...other, ...(cut && { data: cut }) };
    }
  },
  *fix({ uri, data }, { files }) {
    const file = files.find((one) => one.uri === uri);
    if (file && data) yield* mendCut(data as Cut, file.text);
  },
};

const why = (): string => t`What cannot be read here holds for none of the documents.`;
