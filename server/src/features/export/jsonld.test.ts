import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { fixture, root } from '../../../../test/support/fixture.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { eachMention } from '../../core/snapshot/packed-summary.ts';
import { emptySnapshot, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { issued } from '../compared.ts';
import { exportPieces } from './export.ts';

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface Target {
  readonly source: string;
  readonly selector: readonly [Selector, Selector];
}
interface Exported {
  readonly total: number;
  readonly first: {
    readonly items: readonly {
      readonly id: string;
      readonly motivation: string;
      readonly body: object | readonly object[];
      readonly target: unknown;
    }[];
  };
}

/** The places that an annotation has in a text. */
const targetsOf = (item: { readonly target: unknown } | undefined): readonly Target[] =>
  [item?.target ?? []].flat().filter((one): one is Target => typeof one === 'object');

function exported(snapshot: Snapshot): Exported & { readonly text: string } {
  const fileOf = (uri: string) => decodeURIComponent(uri.replace(root, ''));
  const wanted = { asOf: undefined, fileOf, isAsked: () => true };
  const text = [...exportPieces('jsonld', [snapshot], wanted)].map((one) => one.text).join('');
  return { ...JSON.parse(text), text };
}

const collection = `
  //- readout.yaml
  include: [in/tax.yaml]
  //- in/tax.yaml
  entities: { tax: { kind: instrument, name: Tax Treaty } }
  //- a b.readout.md
  ---
  date: 2030-05-01
  ---

  😀 They [will pay]{#pay .commitment due=2031 if="once able"}.
  //- b.readout.md
  ---
  date: 2031-05-14
  ---

  They [had]{#had .evidence fulfils="#pay c#x" cites="#tax c# b#"}^[See [c](c#x).] [paid]{continues=had} [it](#had).
  //- c.readout.md
  [x]{#x .commitment} [y]{.place}
`;

describe('annotations as JSON-LD', () => {
  it('are a collection of the Web Annotation Data Model', () => {
    const { snapshot } = fixture(collection);
    const { text, ...all } = exported(snapshot);
    assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    const { first, ...head } = all;
    assert.deepEqual(head, {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: '#annotations',
      type: 'AnnotationCollection',
      label:
        'Annotations of readouts. Positions count the code points of each text as it was issued.',
      total: 6,
    });
    const { items, ...page } = first;
    assert.deepEqual(page, { id: '#annotations-1', type: 'AnnotationPage', startIndex: 0 });
    assert.deepEqual(
      items.map(({ id, motivation }) => `${id} ${motivation}`),
      [
        'c.readout.md#x classifying',
        'c.readout.md#2 classifying',
        'a%20b.readout.md#pay classifying',
        'b.readout.md#had classifying',
        'b.readout.md#2 commenting',
        'b.readout.md#3 linking',
      ],
    );
  });

  it('say all of a mark, with its place in the text as issued', () => {
    const { items } = exported(fixture(collection).snapshot).first;
    assert.deepEqual(items[2], {
      id: 'a%20b.readout.md#pay',
      type: 'Annotation',
      motivation: 'classifying',
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'commitment' },
        { type: 'TextualBody', purpose: 'describing', value: '2031', 'readout:attribute': 'due' },
        {
          ...{ type: 'TextualBody', purpose: 'describing', value: 'once able' },
          'readout:attribute': 'if',
        },
      ],
      target: {
        source: 'a%20b.readout.md',
        selector: [
          { type: 'TextPositionSelector', start: 7, end: 15 },
          { type: 'TextQuoteSelector', exact: 'will pay', prefix: '😀 They ', suffix: '.\n' },
        ],
      },
    });
  });

  it('lead to what relations, references and notes point at', () => {
    const { items } = exported(fixture(collection).snapshot).first;
    const linking = (source: string, relation?: string) => ({
      ...{ type: 'SpecificResource', purpose: 'linking', source },
      ...(relation && { 'readout:relation': relation }),
    });
    assert.deepEqual(items[3]?.body, [
      { type: 'TextualBody', purpose: 'classifying', value: 'evidence' },
      linking('b.readout.md#pay', 'fulfils'),
      linking('c.readout.md#x', 'fulfils'),
      linking('in/tax.yaml#tax', 'cites'),
      linking('c.readout.md', 'cites'),
      linking('b.readout.md', 'cites'),
    ]);
    assert.deepEqual(
      targetsOf(items[3]).map(({ selector: [at, quote] }) => [at.start, at.end, quote.exact]),
      [
        [5, 8, 'had'],
        [9, 13, 'paid'],
      ],
    );
    assert.deepEqual(items[4]?.body, [
      { type: 'TextualBody', purpose: 'commenting', value: 'See [c](c#x).' },
      linking('c.readout.md#x'),
    ]);
    const [at] = targetsOf(items[4])[0]?.selector ?? [];
    assert.deepEqual([at?.start, at?.end], [8, 8]);
    assert.deepEqual(items[5]?.body, linking('b.readout.md#had'));
  });

  it('find their words, and bring every relation, in any text', () => {
    const uri = `${root}a.readout.md`;
    fc.assert(
      fc.property(awkward, (text) => {
        const { snapshot } = apply(emptySnapshot(), [{ uri, text, version: 1 }]);
        const { first, total } = exported(snapshot);
        const source = [...(issued(snapshot, uri) ?? '')];
        for (const { target } of first.items) {
          for (const { selector } of targetsOf({ target })) {
            const [{ start, end }, { exact, prefix, suffix }] = selector;
            assert.equal(source.slice(start, end).join(''), exact);
            assert.equal(source.slice(Math.max(0, start - 32), start).join(''), prefix);
            assert.equal(source.slice(end, end + 32).join(''), suffix);
          }
        }
        assert.equal(total, first.items.length);
        assert.equal(new Set(first.items.map(({ id }) => id)).size, total);
        const said: string[] = [];
        const summary = snapshot.entries.get(uri)?.summary;
        if (summary)
          eachMention(summary, (role, via) => void (role === 'relation' && said.push(via)));
        const written = first.items
          .flatMap(({ body }) => [body].flat())
          .flatMap((body) => (body as { 'readout:relation'?: string })['readout:relation'] ?? []);
        assert.deepEqual(written.sort(), said.sort());
      }),
      { numRuns: 1000 },
    );
  });
});
