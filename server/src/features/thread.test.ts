import assert from 'node:assert/strict';
import { fixture } from '../../../test/support/fixture.ts';
import { unmarked } from './next-unmarked.ts';
import { threadAt, threadNamed } from './thread.ts';

const words = (source: string): string[] | undefined => {
  const { snapshot, cursor } = fixture(source);
  assert.ok(cursor);
  return threadAt(snapshot, cursor.uri, cursor.offset)?.members.map((member) => member.words);
};

const later = `
  //- b.readout.md
  They [will start]{.commitment supersedes="a#go"}.
`;

describe('the thread at a place', () => {
  it('is that of the mark, of a fragment’s head, or of what is referred to', () => {
    const all = ['will go and come', 'will start'];
    const text = (mark: string) => `
  //- a.readout.md
  They ${mark} [and come]{continues=go} [it](#go).${later}`;
    assert.deepEqual(words(text('[will $0go]{#go .commitment}')), all);
    const whole = `[will go]{#go .commitment}`;
    assert.deepEqual(words(text(whole).replace('[and come]', '[and $0come]')), all);
    assert.deepEqual(words(text(whole).replace('[it](#go)', '[it](#g$0o)')), all);
    assert.deepEqual(words(text(whole).replace('[will start]', '[will st$0art]')), all);
    assert.equal(words('Plain$0 words.'), undefined);
    assert.equal(words('[x](#no$0ne)'), undefined);
  });

  it('has a name', () => {
    const { snapshot } = fixture(`\n  //- a.readout.md\n  [x]{#go .commitment}${later}`);
    assert.equal(threadNamed(snapshot, 'a#go')?.members.length, 2);
    assert.equal(threadNamed(snapshot, 'a#none'), undefined);
  });
});

describe('what is not marked', () => {
  it('is listed in order', () => {
    const { snapshot, files } = fixture(
      '---\nparties: [x]\n---\n\nThey will go. They will stay.\n',
    );
    const text = files[0]?.text ?? '';
    assert.deepEqual(
      unmarked(snapshot, files[0]?.uri ?? '')?.map(({ from, to }) => text.slice(from, to)),
      ['will go', 'will stay'],
    );
    assert.equal(unmarked(snapshot, 'file:///c/none.readout.md'), undefined);
  });
});
