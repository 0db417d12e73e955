import { builtinAttributes, continues } from '../../server/src/core/codebook/builtin/attributes.ts';
import { builtinKinds } from '../../server/src/core/codebook/builtin/kinds.ts';
import { builtinRelations } from '../../server/src/core/codebook/builtin/relations.ts';
import { monthNames } from '../../server/src/core/dates.ts';
import { ladderMeans } from '../../server/src/core/marks/verb.ts';
import { codebookHelp, frontHelp } from '../../server/src/features/hover/help.ts';
import { rules } from '../../server/src/rules/index.ts';

/** What stands in tables of data and is said through t(…). */
export const dataTexts: readonly string[] = [
  ...builtinKinds.flatMap(({ name, means }) => [name, means]),
  ...builtinRelations.flatMap(({ name, means, inverse }) => [
    ...[name, means, inverse],
    inverse.replace(/ by$/, ''),
  ]),
  ...[...builtinAttributes, continues].flatMap(({ means, value }) => [means, value]),
  ...[...Object.values(frontHelp), ...Object.values(codebookHelp)].flatMap((help) => [
    help.means,
    help.value,
  ]),
  ...Object.entries(ladderMeans).flat(),
  ...monthNames,
  ...rules.map(({ docs }) => docs.title),
  ...['actor', 'deliverable', 'timeframe', 'force'],
  ...['superseded', 'breached', 'fulfilled', 'overdue', 'standing'],
  ...['stronger', 'weaker'],
  ...['error', 'warning', 'information', 'hint', 'off'],
  ...['kind', 'relation'],
  ...['year', 'half-year', 'quarter', 'month', 'week'],
];
