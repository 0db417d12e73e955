import { frontYaml } from '../core/front/edit.ts';
import { t } from '../core/language.ts';
import { dropYaml } from '../core/yaml/drop.ts';
import { type Ignored, ignoredBy, silences } from './ignore.ts';
import type { Context, DocumentRule, Finding, Run } from './rule.ts';
import { instead, said } from './say.ts';

export const unusedIgnore: DocumentRule = {
  subject: 'readout',
  code: 'unused-ignore',
  level: 'hint',
  wider: true,
  docs: {
    title: 'This silences nothing',
    about:
      'Under `ignore` the front matter names findings that are not to be reported for some words or an id. No such finding is there any more: what it was about was mended, the words are spelt differently, or the name of the finding is wrong. A list of exceptions that are none hides the one that matters.',
    mend: `Take the word out, or write it as it stands in the text.\n\n${instead(
      'ignore: { unresolved: [plan], no-such-finding: [port] }',
      'ignore: { unresolved: [plan] }',
    )}`,
  },
  examples: {
    good: [
      `
      ---
      ignore: { unresolved: [plan] }
      ---

      See [its plan](#plan).
      `,
    ],
    bad: [
      `
      ---
      ignore: { unresolved: [plan, bridge] }
                                   ^^^^^^ So this silences nothing.
      ---

      See [its plan](#plan).
      `,
    ],
  },
  *check(context, run) {
    const all = ignoredBy(context);
    const others = all.filter(({ code }) => code.text !== unusedIgnore.code);
    const found = others.flatMap((one) => [...unused(one, context, run)]);
    // An `ignore` may name this very finding: it is of use where another word is of none.
    for (const one of all.filter(({ code }) => code.text === unusedIgnore.code)) {
      if (!found.some((finding) => silences(one, finding, context))) found.push(findingOf(one));
    }
    yield* found.sort((a, b) => a.from - b.from);
  },
  *fix(finding, { document }) {
    const one = finding.data as Ignored;
    const yaml = frontYaml(document);
    const edit = dropYaml(yaml, ['ignore', one.code.text], one.words);
    if (edit) yield { title: t`Take ${said(wordsOf(one))} out`, edits: [edit], preferred: true };
  },
};

function* unused(one: Ignored, context: Context, run: Run): Generator<Finding> {
  const findings = run(one.code.text);
  if (findings?.some((finding) => silences(one, finding, context))) return;
  yield findingOf(one, !findings);
}

const wordsOf = ({ words, code }: Ignored): string => (words ?? code).text;

function findingOf(one: Ignored, isUnknown = false): Finding {
  const { code, words } = one;
  const { from, to } = (!isUnknown && words) || code;
  const message = {
    what: isUnknown
      ? t`No finding is called ${said(code.text)}.`
      : words
        ? t`There is no finding ${said(code.text)} for ${said(words.text)} in this document.`
        : t`No words are named for ${said(code.text)}.`,
    why: t`So this silences nothing.`,
    advice: t`Take it out, or write it as the finding and the text have it.`,
  };
  return { from, to, message, subject: wordsOf(one), data: one };
}
