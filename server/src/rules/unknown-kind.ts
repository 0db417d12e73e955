import type { Codebook } from '../core/codebook/codebook.ts';
import { putCodebook } from '../core/codebook/edit.ts';
import { builtinCodebook } from '../core/codebook/read-codebook.ts';
import type { Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { isName } from '../core/reading/items.ts';
import { replacement } from './mend.ts';
import { holdsOddBlank, oddBlankMessage, plainBlanks } from './odd-blanks.ts';
import type { DocumentRule, Fix, Message } from './rule.ts';
import { instead, said } from './say.ts';
import { soundly } from './sound.ts';

export const unknownKind: DocumentRule = {
  subject: 'readout',
  code: 'unknown-kind',
  level: 'error',
  proseless: true,
  docs: {
    title: 'There is no such kind',
    about:
      'What begins with `.` in the braces says of what kind the marked words are. The kinds are those of the built-in codebook and those that the collection adds under `kinds:` in `readout.yaml`. Words of an unknown kind are counted nowhere: they are missing from the register, and nobody who looks for all commitments finds them.',
    mend: `Choose one of the kinds, in small letters, or add the kind to \`readout.yaml\` and say there what it means.\n\n${instead(
      'They met in [Port Orla]{.plaice}.',
      'They met in [Port Orla]{.place}.',
    )}`,
  },
  examples: {
    good: ['They met in [Port Orla]{.place}.'],
    bad: [
      `
      They met in [Port Orla]{.plaice} and saw the [docks]{.Place}.
                              ^^^^^^^ Did you mean “.place”?
                                                           ^^^^^^ Did you mean “.place”?
      `,
    ],
  },
  *check({ document, snapshot }) {
    for (const { kind } of document.marks) {
      if (!kind || snapshot.codebook.kinds.has(kind.text)) continue;
      const { from, to, text } = kind;
      yield { from, to, message: messageOf(text, snapshot.codebook), subject: text };
    }
  },
  fix: soundly(function* (finding, { document, snapshot }) {
    const mark = document.marks.find(({ kind }) => kind?.from === finding.from);
    if (!mark?.kind) return;
    if (holdsOddBlank(mark.kind.text)) yield plainBlanks(document, mark.kind);
    else yield* fixes(mark.kind.text, mark, snapshot.codebook);
  }),
};

function messageOf(name: string, { kinds }: Codebook): Message {
  if (holdsOddBlank(name)) return oddBlankMessage(name);
  const off = builtinCodebook.kinds.has(name);
  const near = nearest(name, kinds.keys())[0];
  return {
    what: off
      ? t`The kind ${said(name)} is switched off here.`
      : t`There is no kind ${said(name)}.`,
    why: t`So these words are counted nowhere: they are missing from the register and from every list of their kind.`,
    advice: near
      ? t`Did you mean “.${near}”?`
      : t`Choose a kind of the codebook, or add this one under “kinds” in readout.yaml.`,
  };
}

function* fixes(name: string, { kind }: Mark, codebook: Codebook): Generator<Fix> {
  if (!kind) return;
  for (const [index, near] of nearest(name, codebook.kinds.keys(), 2).entries()) {
    const edits = [replacement(kind, `.${near}`)];
    yield { title: t`Write “.${near}”`, edits, ...(index === 0 && { preferred: true }) };
  }
  if (!isName(name)) return;
  const added = putCodebook(codebook, ['kinds', name], { means: '…', registered: 'false' });
  if (!added) return;
  yield { title: t`Add the kind ${said(name)} to the codebook`, edits: [], elsewhere: [added] };
}
