import { jsonList } from '../../core/json-list.ts';
import { resolve } from '../../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import type { AnnotationText, Wanted } from './pieces.ts';
import { type Annotation, type CodePoints, codePointsOf, standoffOf } from './standoff.ts';

/** So many characters before and behind the words help to find them again where the text has moved. */
const around = 32;

const head = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  // Both are named after the file that they stand in.
  id: '#annotations',
  type: 'AnnotationCollection',
  label: 'Annotations of readouts. Positions count the code points of each text as it was issued.',
  first: { id: '#annotations-1', type: 'AnnotationPage', startIndex: 0, items: [] },
};

/**
 * All annotations as one collection of the W3C Web Annotation Data Model. Positions are code points of the
 * document as issued, without front matter, annotations and notes. A mark is called by its file and id; what
 * a relation is called stands beside its target, for the model has no word for it.
 */
export function jsonldText({ fileOf }: Wanted): AnnotationText {
  const { begin, items, end } = jsonList(head, 2);
  let total = 0;
  return {
    begin,
    document: (entry, snapshot) => {
      const all = annotationsOf(entry, snapshot, fileOf);
      total += all.length;
      return { text: items(all), marks: all.length };
    },
    // The number of all is known behind the last of them.
    end: () => end().replace(/\n\}\n$/, `,\n  "total": ${total}\n}\n`),
  };
}

function annotationsOf(
  entry: Entry,
  snapshot: Snapshot,
  fileOf: (uri: string) => string,
): object[] {
  const { text, annotations } = standoffOf(entry);
  const points = codePointsOf(text);
  const source = iriOf(fileOf(entry.uri));
  const iri = (target: string): string => {
    const [key = '', id = ''] = target.split('#');
    const found = resolve(snapshot, entry, { key, id });
    if (found.to === 'entity') return `${iriOf(fileOf(found.entity.place.uri))}#${id}`;
    const uri =
      found.to === 'document'
        ? found.found[0]?.uri
        : found.to === 'mark'
          ? found.found[0]?.entry.uri
          : undefined;
    if (uri === undefined) return key ? target : `${source}${target}`;
    return id ? `${iriOf(fileOf(uri))}#${id}` : iriOf(fileOf(uri));
  };
  const taken = new Set<string>();
  return annotations.map((annotation, index) => {
    const own = annotation.type === 'mark' ? annotation.id : undefined;
    // No id begins with a digit. Of equal ids the first holds.
    const id = own && !taken.has(own) ? own : `${index + 1}`;
    taken.add(id);
    const spans =
      annotation.type === 'note' ? [{ from: annotation.at, to: annotation.at }] : annotation.parts;
    const targets = spans.map((span) => ({ source, selector: selectors(text, points, span) }));
    return {
      id: `${source}#${id}`,
      type: 'Annotation',
      ...saying(annotation, iri),
      target: targets.length === 1 ? targets[0] : targets.length ? targets : source,
    };
  });
}

/** A path as a relative reference; a folder is no scheme, though a colon may stand in its name. */
const iriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function saying(annotation: Annotation, iri: (target: string) => string): object {
  if (annotation.type === 'reference') {
    return { motivation: 'linking', body: linking(iri(annotation.target)) };
  }
  if (annotation.type === 'note') {
    const words = { type: 'TextualBody', purpose: 'commenting', value: annotation.words };
    const targets = annotation.targets.map((target) => linking(iri(target)));
    return { motivation: 'commenting', body: targets.length ? [words, ...targets] : words };
  }
  const { kind, attributes, relations } = annotation;
  const bodies = [
    ...(kind ? [{ type: 'TextualBody', purpose: 'classifying', value: kind }] : []),
    ...attributes.map(({ key, value }) => ({
      ...{ type: 'TextualBody', purpose: 'describing', value },
      'readout:attribute': key,
    })),
    ...relations.map(({ via, target }) => ({ ...linking(iri(target)), 'readout:relation': via })),
  ];
  return { motivation: 'classifying', body: bodies };
}

const linking = (source: string): object => ({
  type: 'SpecificResource',
  purpose: 'linking',
  source,
});

function selectors(text: string, points: CodePoints, { from, to }: Span): object[] {
  const before = points.offset(Math.max(0, points.at(from) - around));
  const behind = points.offset(points.at(to) + around);
  return [
    { type: 'TextPositionSelector', start: points.at(from), end: points.at(to) },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(from, to),
      prefix: text.slice(before, from),
      suffix: text.slice(to, behind),
    },
  ];
}
