import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { resolveName } from '../../core/snapshot/resolve.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { shownName } from '../../core/snapshot/summary.ts';
import { onOneLine } from '../../core/text.ts';
import type { RegisterRow } from '../register/row.ts';
import type { RegisterText } from './pieces.ts';

/** Marks and what they say of each other, as dots and arrows. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The documents that have nodes, in order. */
  readonly documents: readonly GraphDocument[];
}

export interface GraphDocument {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
}

export interface GraphNode {
  /** `n1`, `n2` … */
  readonly id: string;
  /** A mark; or what a mark points at that is none of those asked for. */
  readonly type: 'mark' | 'document' | 'entity' | 'missing';
  /** `key#id`, `key#`, `#id`; empty for a mark that nothing can point at. */
  readonly name: string;
  readonly kind: string;
  readonly date: string;
  /** As issued, on one line; of a document its title, of an entity its name. */
  readonly words: string;
  readonly status: string;
  /** The file; empty for what is no mark that was asked for. */
  readonly file: string;
}

export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly relation: string;
  /** Whether it reads the same from both sides. */
  readonly symmetric: boolean;
}

/** A writing of the whole graph, which is there when all rows have been seen. */
export function graphText(
  fileOf: (uri: string) => string,
  write: (graph: Graph) => string,
  takes?: (row: RegisterRow) => boolean,
): RegisterText {
  const graph = gathering(fileOf);
  return {
    begin: '',
    rows: graph.add,
    end: () => write(graph.whole()),
    withEvidence: true,
    ...(takes && { takes }),
  };
}

interface Arrow {
  readonly from: GraphNode;
  readonly relation: string;
  readonly name: string;
  readonly snapshot: Snapshot;
}

function gathering(fileOf: (uri: string) => string) {
  const nodes: GraphNode[] = [];
  const arrows: Arrow[] = [];
  const documents = new Map<string, { title: string; nodes: GraphNode[] }>();
  /** Names are unique in a collection. */
  const named = new Map<Snapshot, Map<string, GraphNode>>();

  function put(
    node: Omit<GraphNode, 'id'>,
    snapshot: Snapshot,
    own: string | undefined,
  ): GraphNode {
    const made = { id: `n${nodes.length + 1}`, ...node };
    nodes.push(made);
    const names = named.get(snapshot) ?? new Map<string, GraphNode>();
    named.set(snapshot, names);
    if (own && !names.has(own)) names.set(own, made);
    return made;
  }

  function add(rows: readonly RegisterRow[], snapshot: Snapshot): string {
    for (const row of rows) {
      const from = put(markNode(row, fileOf), snapshot, row.own);
      const own = documents.get(row.uri) ?? { title: titleOf(row, fileOf), nodes: [] };
      documents.set(row.uri, own);
      own.nodes.push(from);
      for (const { via, name } of row.relations) {
        arrows.push({ from, relation: via, name, snapshot });
      }
    }
    return '';
  }

  function whole(): Graph {
    const edges = arrows.map(({ from, relation, name, snapshot }) => ({
      from,
      to: named.get(snapshot)?.get(name) ?? put(otherNode(snapshot, name, fileOf), snapshot, name),
      relation,
      symmetric: snapshot.codebook.relations.get(relation)?.symmetric ?? false,
    }));
    return { nodes, edges, documents: [...documents.values()] };
  }

  return { add, whole };
}

const titleOf = ({ document, uri }: RegisterRow, fileOf: (uri: string) => string): string =>
  onOneLine(document.title ?? '') || document.key || fileOf(uri);

const markNode = (row: RegisterRow, fileOf: (uri: string) => string): Omit<GraphNode, 'id'> => ({
  type: 'mark',
  name: row.name ?? '',
  kind: row.kind,
  date: row.document.date ?? '',
  words: row.words,
  status: row.status?.is ?? '',
  file: fileOf(row.uri),
});

/** What a relation points at that is no registered mark of a document that was asked for. */
function otherNode(
  snapshot: Snapshot,
  name: string,
  fileOf: (uri: string) => string,
): Omit<GraphNode, 'id'> {
  const blank = {
    name: shownName(name, fileOf),
    kind: '',
    date: '',
    words: '',
    status: '',
    file: '',
  };
  const found = resolveName(snapshot, name);
  if (found.to === 'nothing') return { ...blank, type: 'missing' };
  if (found.to === 'entity') {
    return { ...blank, type: 'entity', kind: found.entity.kind, words: found.entity.name };
  }
  if (found.to === 'document') {
    const summary = found.found[0]?.summary;
    const words = onOneLine(summary?.title ?? '');
    return { ...blank, type: 'document', date: summary?.date ?? '', words };
  }
  const [first] = found.found;
  if (!first) return { ...blank, type: 'missing' };
  const { entry, definition } = first;
  const words = wordsOfMark(entry, definition);
  const { kind } = definition;
  return { ...blank, type: 'mark', kind, date: entry.summary.date ?? '', words };
}
