import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  YAMLParseError,
} from 'yaml';
import { t } from '../language.ts';
import { syntaxIssues, tooDeep } from './messages.ts';
import type { Entry, Scalar, Value, YamlIssue, YamlReading } from './value.ts';

// A collection is somebody's data, never a program: aliases are followed a bounded number of
// times, tags mean nothing, and depth is bounded so that no reader of the tree overflows.
const mostAliases = 1000;
const mostNodes = 1_000_000;
const deepest = 100;

/**
 * What is nested more deeply is not given to the library, which follows it by calling itself: that could be
 * caught where the stack ends, but for a regular expression that is made there, and then V8 ends the process.
 */
const deepestFollowed = 1000;

const ownTags = new Set(['map', 'seq', 'str'].map((name) => `tag:yaml.org,2002:${name}`));

interface Tree {
  readonly text: string;
  readonly at: number;
  readonly anchors: Map<string, Anchored | 'open'>;
  readonly issues: YamlIssue[];
  aliases: number;
  nodes: number;
  /** Whether too much is repeated, which is told once. */
  isCut: boolean;
}

interface Anchored {
  readonly value: Value | undefined;
  readonly nodes: number;
}

/** Reads any YAML with the `yaml` library. The same contract as `readYaml`. */
export function readWithLibrary(text: string, at: number): YamlReading {
  // The library counts a BOM as a column and then misreads the lines below it.
  if (text.charCodeAt(0) === 0xfeff) return readWithLibrary(text.slice(1), at + 1);
  // The library does not take a lone CR for the end of a line.
  const lines = text.replace(/\r(?!\n)/g, '\n');
  const document = parsed(lines);
  if (document === undefined) return { value: undefined, issues: [tooDeep(at)] };
  const counts = { aliases: 0, nodes: 0, isCut: false };
  const tree: Tree = { text: lines, at, anchors: new Map(), issues: [], ...counts };
  const value = document.contents === null ? undefined : treeOf(tree, document.contents, 0);
  const issues = [...syntaxIssues(document.errors, lines, at), ...tree.issues];
  return { value, issues: issues.sort((a, b) => a.from - b.from) };
}

/** The first document of a text; undefined where it is nested too deeply. */
function parsed(text: string): Document | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const composer = new Composer({
    schema: 'failsafe',
    // The library compares each key with all before it, which takes minutes for a large codebook.
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const [first, second] = composer.compose(tokens, true, text.length);
  if (first && second) {
    const [from, to] = second.range;
    first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', ''));
  }
  return first;
}

/** The signs of a text as the library has them; undefined where they are nested too deeply. */
function tokensOf(text: string): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepestFollowed) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}

function treeOf(tree: Tree, node: unknown, depth: number): Value | undefined {
  if (isAlias(node)) return aliased(tree, node);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  tree.nodes++;
  checkTag(tree, node);
  if (node.anchor === undefined) return plainTreeOf(tree, node, depth);
  const before = tree.nodes;
  tree.anchors.set(node.anchor, 'open');
  const value = plainTreeOf(tree, node, depth);
  tree.anchors.set(node.anchor, { value, nodes: tree.nodes - before + 1 });
  return value;
}

function plainTreeOf(tree: Tree, node: Node, depth: number): Value | undefined {
  if (isScalar(node)) return isEmpty(node) ? undefined : scalarOf(tree, node);
  if (depth >= deepest) {
    // One issue is enough for all that is nested too deeply.
    if (!tree.issues.some((issue) => issue.message === tooDeep(0).message))
      tree.issues.push(tooDeep(startOf(node) + tree.at));
    return undefined;
  }
  if (isSeq(node)) return listOf(tree, node, depth);
  return isMap(node) ? tableOf(tree, node, depth) : undefined;
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;
const endOf = (node: Node): number => node.range?.[1] ?? 0;

const isEmpty = (node: Node): boolean =>
  isScalar(node) && node.type === 'PLAIN' && node.source === '';

function scalarOf({ at }: Tree, node: Node): Scalar {
  const text = isScalar(node) ? (node.source ?? '') : '';
  const quoted = isScalar(node) && node.type?.startsWith('QUOTE') === true;
  return { type: 'scalar', from: startOf(node) + at, to: endOf(node) + at, text, quoted };
}

function listOf(tree: Tree, node: Node & { items: unknown[] }, depth: number): Value {
  const items: Value[] = [];
  let to = startOf(node);
  for (const item of node.items) {
    const value = treeOf(tree, item, depth + 1);
    const place = item as Node;
    to = Math.max(to, isEmpty(place) ? startOf(place) : contentEnd(tree, place, value));
    items.push(value ?? emptyScalar(startOf(place) + tree.at));
  }
  if (isFlow(node)) to = endOf(node);
  return { type: 'list', from: startOf(node) + tree.at, to: to + tree.at, items };
}

const isFlow = (node: unknown): boolean => (node as { flow?: boolean }).flow === true;

const emptyScalar = (at: number): Scalar => ({
  type: 'scalar',
  from: at,
  to: at,
  text: '',
  quoted: false,
});

/** Where what is written for the node ends: an alias stands elsewhere than the value it means. */
function contentEnd(tree: Tree, node: Node, value: Value | undefined): number {
  return isAlias(node) || value === undefined ? endOf(node) : value.to - tree.at;
}

function tableOf(tree: Tree, node: Node & { items: unknown[] }, depth: number): Value {
  const entries: Entry[] = [];
  const firsts = new Map<string, Entry>();
  for (const pair of node.items) {
    const read = isPair(pair) ? entryOf(tree, pair, depth) : undefined;
    if (read === undefined) continue;
    const entry =
      isFlow(node) && read.to === read.key.to ? { ...read, isBare: true as const } : read;
    const first = firsts.get(entry.key.text);
    if (first === undefined) firsts.set(entry.key.text, entry);
    else tree.issues.push(twice(entry.key, first.key));
    entries.push(entry);
  }
  const flow = isFlow(node) || entries.length === 0;
  const from = flow ? startOf(node) + tree.at : (entries[0]?.from ?? 0);
  const to = flow ? endOf(node) + tree.at : (entries[entries.length - 1]?.to ?? 0);
  return { type: 'table', from, to, entries };
}

function entryOf(tree: Tree, pair: Pair, depth: number): Entry | undefined {
  const key = isScalar(pair.key) ? scalarOf(tree, pair.key) : undefined;
  if (isScalar(pair.key)) checkTag(tree, pair.key);
  const value = treeOf(tree, pair.value, depth + 1);
  if (key === undefined) {
    tree.issues.push(noKey(tree, pair.key as Node | null));
    return undefined;
  }
  const node = pair.value as Node | null;
  const to =
    value === undefined && (node === null || isEmpty(node))
      ? colonAfter(tree, key.to)
      : contentEnd(tree, node as Node, value) + tree.at;
  return { from: key.from, to, key, value };
}

function colonAfter({ text, at }: Tree, keyEnd: number): number {
  let pos = keyEnd - at;
  while (text[pos] === ' ' || text[pos] === '\t') pos++;
  return text[pos] === ':' ? pos + 1 + at : keyEnd;
}

function aliased(tree: Tree, node: Node & { source: string }): Value | undefined {
  const found = tree.anchors.get(node.source);
  const place = { from: startOf(node) + tree.at, to: endOf(node) + tree.at };
  if (found === undefined || found === 'open') {
    const message =
      found === 'open'
        ? t`*${node.source} stands inside what it repeats, so it has no end.`
        : t`*${node.source} repeats something that nothing before it is named: there is no &${node.source}.`;
    tree.issues.push({ ...place, message, advice: t`Write out the value, or put it in quotes.` });
    return undefined;
  }
  tree.aliases++;
  tree.nodes += found.nodes;
  if (tree.aliases <= mostAliases && tree.nodes <= mostNodes) return found.value;
  const message = t`Too much is repeated with *names (over ${mostAliases} times, or ${mostNodes} values in all), so *${node.source} is left out.`;
  if (!tree.isCut)
    tree.issues.push({ ...place, message, advice: t`Write out the values instead.` });
  tree.isCut = true;
  return undefined;
}

function checkTag(tree: Tree, node: Node & { tag?: string | undefined }): void {
  const { tag } = node;
  if (tag === undefined || ownTags.has(tag) || node.range === undefined) return;
  const end = startOf(node);
  let from = Math.max(tree.text.lastIndexOf('!', end), 0);
  while (tree.text[from - 1] === '!') from--;
  tree.issues.push({
    from: from + tree.at,
    to: Math.max(from + 1, tree.text.slice(0, end).trimEnd().length) + tree.at,
    message: t`A word that begins with ! gives the value a type of its own; Readout knows no such types.`,
    advice: t`Leave the word with the ! out, or put the whole value in quotes.`,
  });
}

const twice = (key: Scalar, first: Scalar): YamlIssue => ({
  from: key.from,
  to: key.to,
  message: t`“${key.text}” stands here twice; only the first counts.`,
  advice: t`Join the two, or take one of them out.`,
  related: { from: first.from, to: first.to },
});

function noKey(tree: Tree, node: Node | null): YamlIssue {
  const from = (node === null ? 0 : startOf(node)) + tree.at;
  const to = Math.max(from + 1, (node === null ? 0 : endOf(node)) + tree.at);
  const message = t`What stands before a colon must be plain words, not a list, a table or a *name.`;
  return {
    from,
    to,
    message,
    advice: t`Write a name before the colon, or put the words in quotes.`,
  };
}
