import assert from 'node:assert/strict';
import { dedent, fixture } from '../../../../test/support/fixture.ts';
import { parse } from '../../core/reading/parse.ts';
import { strip } from '../../core/reading/strip.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { type Linkable, linkAll } from './link-all.ts';

const book = dedent(`
  //- readout.yaml
  entities:
    orla: { kind: place, name: Orla }
    tarn: { kind: place, name: Tarn Bay }
    port: { kind: place, name: Tarn Port, aliases: [the Port] }
    harbour: { kind: place, name: Orla Harbour, aliases: [the Port] }
`);

function linked(source: string, ...only: Linkable[]) {
  const { snapshot, files } = fixture(`${dedent(source)}${book}`);
  const [file] = files;
  assert.ok(file);
  const all = linkAll(snapshot, file.uri, only.length ? only : ['entity']);
  assert.ok(all);
  const text = applyEdits(file.text, all.edits);
  assert.equal(strip(parse(text)), strip(parse(file.text)), 'the source');
  const say = ({ says }: { says: string }) => says;
  return { text, linked: all.done.map(say), left: all.left.map(say) };
}

describe('linking in bulk', () => {
  it('links every name that has one meaning, and leaves the others with the reason', () => {
    const {
      text,
      linked: done,
      left,
    } = linked(`
      //- a.readout.md
      They met in Orla. From Orla they went to Tarn
      Bay, and saw the Port.
    `);
    assert.equal(
      text,
      dedent(`
      They met in [Orla](#orla). From Orla they went to [Tarn
      Bay](#tarn), and saw the Port.
    `),
    );
    assert.deepEqual(done, ['Link “Orla” to “Orla”', 'Link “Tarn Bay” to “Tarn Bay”']);
    assert.deepEqual(left, [
      '“the Port” may mean “Tarn Port” (port) or “Orla Harbour” (harbour), and is not linked.',
    ]);
  });

  it('links a text and not the names in what it is called', () => {
    const { text, linked: done } = linked(
      `
      //- b.readout.md
      ---
      title: Talks
      date: 2031-08-02
      ---

      They praised the Orla Declaration. Tarn Bay’s May 2031 Declaration came later, not in Orla.
      //- a.readout.md
      ---
      title: Orla Declaration
      date: 2031-05-02
      ---
      //- d.readout.md
      ---
      title: Tarn Bay Declaration
      date: 2031-05-04
      ---
    `,
      'entity',
      'document',
    );
    assert.match(
      text,
      /^They praised \[the Orla Declaration\]\(a#\)\. \[Tarn Bay’s May 2031 Declaration\]\(d#\) came later, not in \[Orla\]\(#orla\)\.$/m,
    );
    assert.deepEqual(done, [
      'Link “the Orla Declaration” to “Orla Declaration” (2031-05-02)',
      'Link “Tarn Bay’s May 2031 Declaration” to “Tarn Bay Declaration” (2031-05-04)',
      'Link “Orla” to “Orla”',
    ]);
  });

  it('leaves what goes back to a mark without an id, and says that it is for that', () => {
    const again = (mark: string) =>
      linked(
        `
        //- b.readout.md
        ---
        date: 2032-04-02
        ---

        They will reopen the northern bridge.
        //- a.readout.md
        ---
        date: 2031-04-02
        ---

        They [will reopen the northern bridge]{${mark}}.
      `,
        'restatement',
      );
    assert.deepEqual(again('.commitment').left, [
      'This sentence has 100 % of the words of the commitment “will reopen the northern bridge” (a, 2031-04-02). The earlier mark has no id, and giving it one would change the document “a” too.',
    ]);
    assert.deepEqual(again('#bridge .commitment').left, []);
  });

  it('does only what is asked for', () => {
    const { text, linked: done, left } = linked('\n//- a.readout.md\nIn Orla.\n', 'document');
    assert.deepEqual([text, done, left], ['In Orla.\n', [], []]);
  });

  it('knows readouts only', () => {
    const { snapshot } = fixture(book);
    assert.equal(linkAll(snapshot, 'file:///c/none.readout.md', ['entity']), undefined);
  });
});
