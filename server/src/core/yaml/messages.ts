import type { YAMLError } from 'yaml';
import { t } from '../language.ts';
import type { YamlIssue } from './value.ts';

type Words = readonly [message: string, advice: string];

/** More errors than these are counted, not listed. */
const mostErrors = 50;

/**
 * The library's errors in plain words, in order. One mistake often makes it stumble several times
 * over the same line, so only the first of a line is told.
 */
export function syntaxIssues(errors: readonly YAMLError[], text: string, at: number): YamlIssue[] {
  if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return [tooDeep(at)];
  const issues: YamlIssue[] = [];
  let told = -1;
  let left = 0;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] < told) continue;
    told = endOfLine(text, error.pos[0]) + 1;
    if (issues.length >= mostErrors) left++;
    else issues.push(issueOf(error, text, at));
    // From here on the library takes every word for a mistake.
    if (error.message.includes('in YAML stream')) break;
  }
  const last = issues[issues.length - 1];
  if (left > 0 && last !== undefined) issues.push(more(last, left));
  return issues;
}

/** The issue of a text whose lists and tables stand in each other without end. */
export const tooDeep = (at: number): YamlIssue => ({
  from: at,
  to: at + 1,
  message: t`Lists or tables stand in each other too deeply here, so what is in them is not read.`,
  advice: t`Look for a [ or { that is never closed, or for lines that are indented ever more.`,
});

const more = ({ to }: YamlIssue, left: number): YamlIssue => ({
  from: to - 1,
  to,
  message: t`${left} more lines after this one cannot be read either; they are not listed.`,
  advice: t`Put the first ones right; the others are listed then.`,
});

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function issueOf(error: YAMLError, text: string, at: number): YamlIssue {
  const [from, to] = placeOf(error, text);
  const [message, advice] = wordsOf(error, text);
  return { from: from + at, to: Math.max(to, from + 1) + at, message, advice };
}

/** Where people look for the mistake: the library reports what is unclosed where it gave up. */
function placeOf({ code, message, pos }: YAMLError, text: string): readonly [number, number] {
  const from = Math.min(pos[0], Math.max(text.length - 1, 0));
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (quote !== undefined) return restOfLine(text, openingQuote(text, pos[0], quote));
  const bracket = unclosedBracket(message);
  if (bracket !== undefined) return restOfLine(text, openingBracket(text, pos[0], bracket));
  if (message.includes('directives-end')) return restOfLine(text, text.lastIndexOf('%', from));
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return restOfLine(text, from);
  return [from, Math.min(pos[1], endOfLine(text, from))];
}

function restOfLine(text: string, at: number): readonly [number, number] {
  const from = Math.max(at, 0);
  return [from, from + text.slice(from, endOfLine(text, from)).trimEnd().length];
}

const unclosedBracket = (message: string): string | undefined =>
  /end with a ([\]}])/.exec(message)?.[1];

/** The last quote before `end` that begins a value: all later ones were taken for closing ones. */
function openingQuote(text: string, end: number, quote: string): number {
  for (let pos = text.lastIndexOf(quote, end - 1); pos > 0; pos = text.lastIndexOf(quote, pos - 1))
    if (/[\s[{,]/.test(text.charAt(pos - 1))) return pos;
  return 0;
}

/** The nearest bracket before `end` that nothing between the two closes. */
function openingBracket(text: string, end: number, closing: string): number {
  const opening = closing === ']' ? '[' : '{';
  let closed = 0;
  for (let pos = Math.min(end, text.length) - 1; pos >= 0; pos--) {
    if (text[pos] === closing) closed++;
    if (text[pos] === opening && closed-- === 0) return pos;
  }
  return end;
}

function wordsOf({ code, message, pos }: YAMLError, text: string): Words {
  const sign = text.charAt(pos[0]);
  if (message.startsWith('Missing closing')) return openQuote();
  if (unclosedBracket(message) !== undefined) return openBracket();
  if (message.includes('directives-end')) return instruction();
  if (message.includes('block-seq-ind')) return listBeside();
  if (message.includes('at node end')) return startsLine(text, pos[0]) ? indentation() : afterEnd();
  if (code === 'BAD_SCALAR_START') return reserved(sign);
  if (code === 'UNEXPECTED_TOKEN' && (sign === ']' || sign === '}')) return unopened(sign);
  if (code === 'UNEXPECTED_TOKEN' && sign === ',') return comma();
  if (message.includes('in YAML stream')) return stray();
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const line = text.slice(pos[0], endOfLine(text, pos[0]));
    return /:\s|:$/.test(line) ? colonInValue() : continued();
  }
  return byCode[code]?.() ?? lastResort(message);
}

const startsLine = (text: string, at: number): boolean =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';

const openQuote = (): Words => [
  t`A quote opened here is never closed, so the lines after it are taken for one value.`,
  t`Add the closing quote at the end of the value.`,
];
const openBracket = (): Words => [
  t`A list or table opened here is never closed.`,
  t`Add the closing ] or }.`,
];
const comma = (): Words => [
  t`A comma stands here with nothing before it.`,
  t`Take the comma out, or write the value that is missing.`,
];
const colonInValue = (): Words => [
  t`This value holds a colon and a blank, which YAML takes for a name and its value.`,
  t`Put the whole value in double quotes.`,
];
const continued = (): Words => [
  t`The line after this one is indented as if it belonged to this value.`,
  t`Give both lines the same indentation, or put the value in double quotes.`,
];
const listBeside = (): Words => [
  t`A list of lines that begin with - cannot begin beside its name.`,
  t`Begin it on the next line, or write the list as [one, two].`,
];
const afterEnd = (): Words => [
  t`More words stand after the end of this value.`,
  t`Put the whole value in double quotes; a double quote inside is written \\".`,
];
const instruction = (): Words => [
  t`A line that begins with % is an instruction, and Readout knows none.`,
  t`Put the value in quotes, or take the line out.`,
];
const noColon = (): Words => [
  t`This line is no "name: value": a colon with a blank after it is missing.`,
  t`Write the name, a colon, a blank, and the value.`,
];
const indentation = (): Words => [
  t`This line is indented unlike its neighbours.`,
  t`Give it as many blanks as the lines it belongs with.`,
];
const secondDocument = (): Words => [
  t`A second text begins here; nothing from this line on is read.`,
  t`Take out the line of --- or ..., or divide the file.`,
];
const repeating = (): Words => [
  t`A name with & or * stands where none can.`,
  t`Write out the value, or put it in quotes.`,
];
const typed = (): Words => [
  t`A word that begins with ! stands where none can.`,
  t`Leave it out, or put the whole value in quotes.`,
];

const reserved = (sign: string): Words => [
  t`A value cannot begin with ${sign}.`,
  t`Put the whole value in double quotes.`,
];
const unopened = (sign: string): Words => [
  t`This ${sign} closes nothing, and what follows is not read.`,
  t`Take it out, or put the whole value in double quotes.`,
];
const stray = (): Words => [
  t`These words fit into nothing that stands before them, and what follows is not read.`,
  t`Compare the line with its neighbours, or put the value in double quotes.`,
];
const lastResort = (message: string): Words => [
  t`This cannot be read as YAML (${message}).`,
  t`Compare it with the lines around it, or put the value in double quotes.`,
];

const byCode: Partial<Record<YAMLError['code'], () => Words>> = {
  BAD_INDENT: indentation,
  BLOCK_IN_FLOW: openBracket,
  MULTILINE_IMPLICIT_KEY: noColon,
  MISSING_CHAR: noColon,
  MULTIPLE_DOCS: secondDocument,
  KEY_OVER_1024_CHARS: () => [
    t`The name before this colon is far too long.`,
    t`If this is one value, put it in double quotes.`,
  ],
  TAB_AS_INDENT: () => [
    t`This line begins with a tab, which is not allowed here.`,
    t`Use blanks instead of the tab.`,
  ],
  BAD_DQ_ESCAPE: () => [
    t`A backslash in double quotes stands before a character it cannot stand before.`,
    t`Write the backslash twice, or use single quotes.`,
  ],
  BAD_DIRECTIVE: instruction,
  BAD_ALIAS: repeating,
  ALIAS_PROPS: repeating,
  MULTIPLE_ANCHORS: repeating,
  MULTIPLE_TAGS: typed,
  TAG_RESOLVE_FAILED: typed,
  BAD_COLLECTION_TYPE: typed,
  BAD_PROP_ORDER: repeating,
};
