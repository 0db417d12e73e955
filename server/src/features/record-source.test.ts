import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { awkward } from '../../../test/support/awkward.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { sourceHash } from '../core/writing/source.ts';
import { recordSource } from './record-source.ts';

const uri = 'file:///c/a.readout.md';
const hash = sourceHash('They met.\n');

/** The text afterwards, or why there is none. */
function recorded(text: string, from?: string, file?: string): string {
  const { snapshot } = apply(emptySnapshot(), [{ uri, text }]);
  const made = recordSource(snapshot, uri, from, file);
  return 'refused' in made ? made.refused : applyEdits(text, [made.edit]);
}

describe('recording a source', () => {
  it('puts where it was taken from and its hash into the front matter', () => {
    assert.equal(
      recorded('---\ntitle: Talks\n---\n\nThey [met]{.event}.\n', 'https://a.example/b'),
      `---\ntitle: Talks\nsource: "https://a.example/b"\nsha256: ${hash}\n---\n\nThey [met]{.event}.\n`,
    );
    assert.equal(
      recorded('They met.\n', 'talks.txt'),
      `---\nsource: talks.txt\nsha256: ${hash}\n---\n\nThey met.\n`,
    );
  });

  it('brings what stands there up to date, and leaves the rest as it is', () => {
    assert.equal(
      recorded('---\nsource: old.txt # ours\nsha256: 12\nmine: x\n---\n\nThey met.\n', 'new.txt'),
      `---\nsource: new.txt # ours\nsha256: ${hash}\nmine: x\n---\n\nThey met.\n`,
    );
    assert.equal(
      recorded('---\r\nsource: old.txt\r\n---\r\n\r\nThey met.\r\n', ' '),
      `---\r\nsource: old.txt\r\nsha256: ${hash}\r\n---\r\n\r\nThey met.\r\n`,
    );
  });

  it('says whether the file it is taken from has another text', () => {
    const { snapshot } = apply(emptySnapshot(), [{ uri, text: 'They met.\n' }]);
    const differs = (file: string) => {
      const made = recordSource(snapshot, uri, 'a.txt', file);
      return 'differs' in made && made.differs;
    };
    assert.equal(differs('\ufeffThey met.\r\n'), false);
    assert.equal(differs('They meet.\n'), true);
  });

  it('refuses where all is recorded, where that cannot be written, and where there is no readout', () => {
    const done = `---\nsource: a.txt\nsha256: ${hash}\n---\n\nThey met.\n`;
    assert.equal(recorded(done, 'a.txt'), 'The source is recorded already, as it stands here.');
    assert.equal(recorded(done), 'The source is recorded already, as it stands here.');
    assert.match(recorded('---\n"a: [\n---\n\nThey met.\n', 'a.txt'), /cannot be read/);
    assert.ok('refused' in recordSource(apply(emptySnapshot(), []).snapshot, uri));
  });

  it('leaves the source as it is, whatever stands there', () => {
    fc.assert(
      fc.property(awkward, fc.option(fc.string(), { nil: undefined }), (text, from) => {
        const { snapshot } = apply(emptySnapshot(), [{ uri, text }]);
        const made = recordSource(snapshot, uri, from);
        if ('refused' in made) return;
        assert.equal(strip(parse(applyEdits(text, [made.edit]))), strip(parse(text)));
      }),
    );
  });
});
