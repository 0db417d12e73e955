import type { Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import type { Level } from '../core/codebook/codebook.ts';
import { jsonList } from '../core/json-list.ts';
import { rules } from '../rules/index.ts';
import { page } from '../rules/page.ts';
import { type Rule, sayAll } from '../rules/rule.ts';
import type { Found, Report } from './report.ts';

/** Findings as SARIF 2.1.0, which code scanning and review tools read. */
export function sarif(): Report {
  const list = jsonList(log(), 3);
  return {
    begin: list.begin,
    file: (found) => list.items(found.map(result)),
    end: (leftOut) => list.end(leftOut === undefined ? undefined : { properties: { leftOut } }),
  };
}

const log = (): Log => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Readout', version, rules: rules.map(descriptor) } },
      columnKind: 'utf16CodeUnits',
      results: [],
    },
  ],
});

const descriptor = (rule: Rule): ReportingDescriptor => ({
  id: rule.code,
  shortDescription: { text: rule.docs.title },
  fullDescription: { text: rule.docs.about },
  help: { text: rule.docs.mend, markdown: page(rule) },
  defaultConfiguration: configuration(rule.level),
});

const configuration = (level: Level): ReportingConfiguration =>
  level === 'off' ? { enabled: false } : { level: levels[level] };

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

const places = new Map(rules.map(({ code }, place) => [code, place]));

const result = (found: Found): Result => ({
  ruleId: found.code,
  ruleIndex: places.get(found.code) ?? -1,
  level: levels[found.severity],
  message: { text: sayAll(found.message) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: relativeUri(found.file), uriBaseId: '%SRCROOT%' },
        region: {
          startLine: found.line,
          startColumn: found.column,
          endLine: found.lastLine,
          endColumn: found.lastColumn,
        },
      },
    },
  ],
});

/** A path as a URI that is relative to the folder the command ran in. */
const relativeUri = (file: string): string =>
  file
    .split(/[\\/]/)
    .map((name) => encodeURIComponent(name))
    .join('/');
