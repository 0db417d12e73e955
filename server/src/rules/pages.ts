import { rules } from './index.ts';
import { hasFix, page } from './page.ts';
import type { Rule } from './rule.ts';

/** The pages of all rules and their table of contents, by file name in `docs/rules`. */
export const pages = (): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', contents()],
    ...rules.map((rule) => [`${rule.code}.md`, page(rule)] as const),
  ]);

const contents = (): string => `# Findings

What Readout finds wrong or doubtful, in the order of what is told first where one mistake could be called several things. The codes stay the same for ever. A finding with a fix can be mended from the menu of the light bulb; every finding can be silenced where it stands (*Do not report this here*), and its level set for a whole collection under \`rules:\` in \`readout.yaml\`.

| Code | Level | Fix | What it says |
|---|---|---|---|
${rules.map(row).join('\n')}

*This page and the pages it links to are made from the rules themselves; \`npm run docs\` writes them anew.*
`;

const row = (rule: Rule): string => {
  const { code, level, docs } = rule;
  return `| [\`${code}\`](${code}.md) | ${level} | ${hasFix(rule) ? 'yes' : ''} | ${docs.title} |`;
};
