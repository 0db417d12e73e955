import { t } from '../language.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import type { CodebookIssue, Level, Series } from './codebook.ts';
import { type Part, reportTo, suggestion, tableEntries, wordIn, wordsIn } from './file.ts';
import { checkFields } from './overlay.ts';

const seriesFields = { keys: ['names', 'every'], lists: ['names'] };
const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** The collection's name: what the first file that has one says. */
export function readName(parts: readonly Part[], issues: CodebookIssue[]): string | undefined {
  const names = parts.map((part) => wordIn(part.value, part, reportTo(issues))?.text);
  return names.find((name) => name !== undefined);
}

/** A setting that takes one of a few words, the first of them by default. */
export function readChoice<T extends string>(
  choices: readonly [T, ...T[]],
  parts: readonly Part[],
  issues: CodebookIssue[],
): T {
  const report = reportTo(issues);
  const chosen = parts.map((part) => {
    const piece = wordIn(part.value, part, report);
    const choice = choices.find((one) => one === piece?.text);
    if (piece !== undefined && choice === undefined) {
      const what = t`${part.entry.key.text} cannot be ${piece.text}; ${choices[0]} is taken.`;
      report(part.place(piece), what, t`Write ${choices.join(t` or `)}.`);
    }
    return choice;
  });
  return chosen.find((choice) => choice !== undefined) ?? choices[0];
}

/** Levels by finding code. */
export function readRules(
  codes: ReadonlySet<string> | undefined,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Level> {
  const report = reportTo(issues);
  const rules = new Map<string, Level>();
  for (const part of parts) {
    for (const { key, value } of tableEntries(part, t`Write "no-due: hint".`, report)) {
      if (codes !== undefined && !codes.has(key.text)) {
        const what = t`There is no finding “${key.text}”, so this changes nothing.`;
        report(
          part.place(key),
          what,
          suggestion(key.text, codes, t`Look the code up in a finding.`),
        );
        continue;
      }
      const piece = wordIn(value, part, report);
      const level = levels.find((one) => one === piece?.text);
      if (level !== undefined && !rules.has(key.text)) rules.set(key.text, level);
      if (piece === undefined || level !== undefined) continue;
      const what = t`${piece.text} is no level, so ${key.text} is shown as it is by default.`;
      report(
        part.place(piece),
        what,
        suggestion(piece.text, levels, t`Write ${levels.join(t`, `)}.`),
      );
    }
  }
  return rules;
}

/** Back-reference phrases by language; a language that the collection lists is replaced as a whole. */
export function readCues(
  builtin: ReadonlyMap<string, readonly string[]>,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, readonly string[]> {
  const report = reportTo(issues);
  const cues = new Map<string, readonly string[]>();
  for (const part of parts) {
    for (const { key, value } of tableEntries(
      part,
      t`Write "en: [as agreed, building on]".`,
      report,
    )) {
      const phrases = wordsIn(value, part, report).map(({ text }) => text);
      if (!cues.has(key.text)) cues.set(key.text, phrases);
    }
  }
  return cues.size ? new Map([...builtin, ...cues]) : builtin;
}

/** The series of meetings by id. */
export function readSeries(
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Series> {
  const report = reportTo(issues);
  const all = new Map<string, Series>();
  for (const part of parts) {
    for (const entry of tableEntries(part, t`Write "talks: { names: [Orla Talks] }".`, report)) {
      const { key, value } = entry;
      checkFields(entry, seriesFields, t`A series`, part, report);
      const names = wordsIn(entryOf(value, 'names')?.value, part, report).map(({ text }) => text);
      const every = wordIn(entryOf(value, 'every')?.value, part, report)?.text;
      const place = part.place(pieceOf(key));
      if (!all.has(key.text)) all.set(key.text, { id: key.text, names, every, place });
    }
  }
  return all;
}
