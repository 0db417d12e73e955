import { checkNote, checkNoteRefused } from '../../../../test/support/check.ts';

describe('a note', () => {
  it('stands behind what is selected', () => {
    checkNote(
      `
      //- a.readout.md
      They will go home.
           ^^^^^^^
      `,
      'Not for long.',
      'They will go^[Not for long.] home.\n',
    );
  });

  it('stands behind the word under the cursor, and splits none', () => {
    checkNote('//- a.readout.md\nThey wi$0ll go.', 'Once.', 'They will^[Once.] go.');
    checkNote('//- a.readout.md\nThey will go.$0', 'Once.', 'They will go.^[Once.]');
    checkNote('//- a.readout.md\nThey $0will go.', 'Once.', 'They ^[Once.]will go.');
  });

  it('stands behind a mark when the cursor is in its signs, and keeps brackets that are written in it', () => {
    checkNote(
      '//- a.readout.md\n[go]{.ev$0ent} now',
      'See [1].',
      '[go]{.event}^[See \\[1\\].] now',
    );
  });

  it('is refused where it can be none', () => {
    checkNoteRefused('//- a.readout.md\n---\nti$0tle: x\n---\n\nThey go.', 'x', 'front matter');
    checkNoteRefused('//- a.readout.md\nThey ^[no$0te] go.', 'x', 'in a note already');
    checkNoteRefused('//- a.readout.md\nThey g$0o.', ' \n ', 'An empty note');
  });
});
