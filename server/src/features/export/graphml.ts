import { shortened } from '../../core/text.ts';
import { type GraphEdge, type GraphNode, graphText } from './graph.ts';
import { escaped } from './markup.ts';
import type { RegisterText, Wanted } from './pieces.ts';

/** What is said of each node: its key in the file, and its words. */
const nodeData: Readonly<Record<string, (node: GraphNode) => string>> = {
  name: ({ name }) => name,
  label: ({ name, words }) => shortened(words || name, 60),
  words: ({ words }) => words,
  type: ({ type }) => type,
  kind: ({ kind }) => kind,
  date: ({ date }) => date,
  status: ({ status }) => status,
  file: ({ file }) => file,
};

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${Object.keys(nodeData)
  .map((name) => key(name, 'node'))
  .join('')}${key('relation', 'edge')}  <graph id="register" edgedefault="directed">
`;

/** Registered marks and their relations for programs that draw and measure networks. */
export const graphmlText = ({ fileOf }: Wanted): RegisterText =>
  graphText(fileOf, ({ nodes, edges }) =>
    [head, ...nodes.map(nodeLines), ...edges.map(edgeLines), '  </graph>\n</graphml>\n'].join(''),
  );

function key(name: string, of: 'node' | 'edge'): string {
  return `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="string"/>\n`;
}

/** What is empty is left out. */
function nodeLines(node: GraphNode): string {
  const data = Object.entries(nodeData).map(([name, of]) => dataLine(name, of(node)));
  return `    <node id="${node.id}">\n${data.join('')}    </node>\n`;
}

function edgeLines({ from, to, relation, symmetric }: GraphEdge, index: number): string {
  const direction = symmetric ? ' directed="false"' : '';
  const ends = `source="${from.id}" target="${to.id}"`;
  return `    <edge id="e${index + 1}" ${ends}${direction}>\n${dataLine('relation', relation)}    </edge>\n`;
}

const dataLine = (name: string, words: string): string =>
  words && `      <data key="${name}">${escaped(words)}</data>\n`;
