import { builtinCues } from '../../core/codebook/builtin/cues.ts';
import { builtinCommitmentLine } from '../../core/codebook/builtin/ladders.ts';
import type { Codebook, LadderName, Series } from '../../core/codebook/codebook.ts';
import { builtinCodebook, excludesOf } from '../../core/codebook/read-codebook.ts';
import { t } from '../../core/language.ts';
import { rules } from '../../rules/index.ts';
import { entityLines } from './entities.ts';
import { kindLines } from './kinds.ts';
import { type Origins, originsOf, type PlaceWords } from './origins.ts';
import { relationLines } from './relations.ts';
import { comment, commentLines, field, inLine, sentences, word } from './yaml-lines.ts';

/**
 * The codebook that holds for a collection, what is built in and what the collection says of it together, as a
 * `readout.yaml` that would give the same again. Behind each entry stands where it comes from.
 */
export function effectiveCodebook(codebook: Codebook, words: PlaceWords): string {
  const origins = originsOf(codebook, words);
  const { entities, series } = codebook;
  const parts = [
    [...head(codebook), ...attributes(codebook)],
    [...oneWord(origins, 'name', codebook.name), ...excluded(codebook, origins)],
    ['kinds:', ...kindLines(codebook, origins)],
    ['relations:', ...relationLines(codebook, origins)],
    ['ladders:', ...ladders(codebook, origins), ...line(codebook, origins)],
    ['cues:', ...cues(codebook, origins)],
    series.size ? ['series:', ...[...series.values()].flatMap(seriesLines(origins))] : [],
    levels(codebook, origins),
    [
      ...oneWord(origins, 'mentions', codebook.mentions),
      ...oneWord(origins, 'backreferences', codebook.backreferences),
    ],
    entities.size ? ['entities:', ...entityLines(codebook, origins)] : [],
  ];
  const lines = parts.filter((part) => part.length).map((part) => part.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function head({ files }: Codebook): string[] {
  const over = files.length
    ? t`The codebook that holds here: what is built in, with what this collection says laid over it.`
    : t`The codebook that holds here: what is built in, for this collection has no readout.yaml.`;
  const behind = t`Behind each entry stands where it comes from. To change one, write it into readout.yaml.`;
  return [...commentLines(over), ...commentLines(behind)];
}

/** What is said of an attribute stands further in than its name. */
const below = '      ';

/** A codebook cannot change them, so they are no entries. */
function attributes({ attributes: all }: Codebook): string[] {
  const lines = [...all.values()].flatMap(({ name, means, value }) => [
    ...commentLines(`  ${name}=  ${t(means)}`, below),
    ...commentLines(`${below}${t`Value: ${t(value)}.`}`, below),
  ]);
  return ['#', comment(t`Attributes, the same in every collection:`), ...lines];
}

function oneWord({ said, builtin }: Origins, key: string, value: string | undefined): string[] {
  return field(0, key, value).map((text) => `${text} # ${said(key) ?? builtin}`);
}

/** What is left out of the collection; what is included is in here already. */
function excluded({ files }: Codebook, { said }: Origins): string[] {
  const globs = excludesOf(files[0]?.text ?? '').map(({ text }) => text);
  return globs.length ? [`exclude: ${inLine(globs)} # ${said('exclude')}`] : [];
}

function ladders({ ladders: all }: Codebook, { said, builtin }: Origins): string[] {
  return Object.entries(all).flatMap(([name, rungs]) => {
    const isBuiltin = rungs === builtinCodebook.ladders[name as LadderName];
    const from = isBuiltin ? builtin : said('ladders', name);
    return [`  ${name}: # ${from}`, ...rungs.map((rung) => `    - ${inLine(rung)}`)];
  });
}

function line({ commitmentLine }: Codebook, { said, builtin }: Origins): string[] {
  const otherwise =
    commitmentLine === builtinCommitmentLine
      ? builtin
      : t`the lowest rung, for nothing else is said`;
  return [`commitment-line: ${word(commitmentLine)} # ${said('commitment-line') ?? otherwise}`];
}

function cues({ cues: all }: Codebook, { said, builtin }: Origins): string[] {
  return [...all].flatMap(([language, phrases]) => {
    const from = phrases === builtinCues.get(language) ? builtin : said('cues', language);
    const [first = '', ...rest] = sentences(2, word(language), phrases);
    return [`${first} # ${from}`, ...rest];
  });
}

const seriesLines =
  ({ at }: Origins) =>
  ({ id, names, every, place }: Series): string[] => [
    `  ${word(id)}: # ${at(place, false)}`,
    `    names: ${inLine(names)}`,
    ...field(4, 'every', every),
  ];

/** The levels that the collection sets; the others as comments, because they are not its own. */
function levels({ rules: set }: Codebook, { said, builtin }: Origins): string[] {
  const own = [...set].map(([code, level]) => `  ${word(code)}: ${level} # ${said('rules', code)}`);
  const others = rules
    .filter(({ code }) => !set.has(code))
    .map(({ code, level }) => `  # ${code}: ${level} (${builtin})`);
  return [set.size ? 'rules:' : '# rules:', ...own, ...others];
}
