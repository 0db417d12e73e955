import type { Rule } from './rule.ts';

/** Whether some finding of the rule can be mended by the tool. */
export const hasFix = (rule: Rule): boolean => !!rule.fix;

/** The page of a rule as Markdown. */
export function page(rule: Rule): string {
  const { docs, examples } = rule;
  const parts = [
    `# ${docs.title}`,
    facts(rule),
    docs.about,
    '## What to do',
    docs.mend,
    ...shown('## Reported', examples.bad, legend(examples.bad)),
    ...shown('## Not reported', examples.good, ''),
    '## More, less or not at all',
    ...settings(rule),
  ];
  return `${parts.join('\n\n')}\n`;
}

function facts(rule: Rule): string {
  const level = rule.level === 'off' ? 'off until the codebook asks for it' : rule.level;
  const fix = hasFix(rule) ? 'yes, in the menu of the light bulb' : 'no, it needs your judgement';
  return [`- **Code:** \`${rule.code}\``, `- **Level:** ${level}`, `- **Fix:** ${fix}`].join('\n');
}

function shown(title: string, examples: readonly string[], words: string): string[] {
  if (!examples.length) return [];
  const texts = examples.map((example) => fenced(dedented(example), 'text'));
  return [title, ...(words && [words]), ...texts];
}

/** How to read the examples. */
function legend(examples: readonly string[]): string {
  const carets =
    'The signs `^` mark the place of the finding; what stands behind them is said there.';
  const files = examples.some((example) => /^ *\/\/- /m.test(example));
  return files ? `${carets} A line with \`//-\` names the file that follows.` : carets;
}

/** A text in a fence that is longer than any run of backticks in it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** Without the line end it begins with and the indentation that its lines share. */
function dedented(example: string): string {
  const lines = example
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const filled = lines.filter((line) => line.trim());
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Math.min(indent, line.length))).join('\n');
}

function settings({ code, level, subject }: Rule): string[] {
  const other = level === 'hint' ? 'information' : level === 'off' ? 'hint' : 'off';
  const collection = [
    'For the whole collection, in `readout.yaml` (`error`, `warning`, `information`, `hint` or `off`):',
    fenced(`rules:\n  ${code}: ${other}`, 'yaml'),
  ];
  if (subject === 'codebook') return collection;
  return [
    ...collection,
    'For some words or an id of one document, in its front matter (*Do not report this here* writes it):',
    fenced(`ignore:\n  ${code}: [the words, or the id]`, 'yaml'),
  ];
}
