import { shortened } from '../../core/text.ts';
import { type Graph, type GraphEdge, type GraphNode, graphText } from './graph.ts';
import type { RegisterText, Wanted } from './pieces.ts';

/** The colours of built-in kinds, as the editor draws them on a light ground. */
const colors: Readonly<Record<string, string>> = {
  commitment: '#1a7f4b',
  position: '#0b62c4',
  request: '#b35c00',
  evidence: '#7b3fb5',
};

/** How a node of each type is drawn. */
const shapes: Readonly<Record<GraphNode['type'], readonly [string, string]>> = {
  mark: ['["', '"]'],
  document: ['[["', '"]]'],
  entity: ['(["', '"])'],
  missing: ['["', '"]:::missing'],
};

/**
 * The marks that a relation joins, as a drawing that Mermaid makes. A mark without any would be a box by
 * itself, and there are many.
 */
export const mermaidText = ({ fileOf }: Wanted): RegisterText =>
  graphText(fileOf, drawn, ({ relations, later }) => relations.length + later.length > 0);

function drawn({ nodes, edges, documents }: Graph): string {
  const groups = documents.flatMap(({ title, nodes: own }, index) => [
    `  subgraph d${index + 1}["${safe(shortened(title, 60))}"]`,
    ...own.map((node) => `  ${nodeLine(node)}`),
    '  end',
  ]);
  const others = nodes.filter(({ file }) => !file).map(nodeLine);
  const classes = Object.entries(colors).map(
    ([kind, color]) => `  classDef ${kind} stroke:${color},stroke-width:2px`,
  );
  return `${[
    'flowchart LR',
    ...[...groups, ...others, ...edges.map(edgeLine), ...classes],
    '  classDef missing stroke-dasharray:4',
  ].join('\n')}\n`;
}

function nodeLine(node: GraphNode): string {
  const { id, type, name, date, words, kind } = node;
  const [open, close] = shapes[type];
  const head = [name, date].filter(Boolean).map(safe).join(' · ');
  const lines = [head, safe(shortened(words, 60))].filter(Boolean).join('<br/>');
  const color = type === 'mark' && Object.hasOwn(colors, kind) ? `:::${kind}` : '';
  return `  ${id}${open}${lines}${close}${color}`;
}

const edgeLine = ({ from, to, relation, symmetric }: GraphEdge): string =>
  `  ${from.id} ${symmetric ? '---' : '-->'}|"${safe(relation)}"| ${to.id}`;

/**
 * Words as they may stand in quotes: of the signs of ASCII, only those that mean nothing to Mermaid, to
 * Markdown or to HTML stay as they are, and a hyphen inside a word; the others go by their number.
 */
const safe = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')
    .replace(
      /([A-Za-z0-9,.]|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9]))|[!-~]/g,
      (sign, plain) => plain ?? `#${sign.charCodeAt(0)};`,
    );
