import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture, root } from '../../../test/support/fixture.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { codebook } from './codebook.ts';

const found = (source: string) => [...codebook.check(fixture(source).codebook)];

describe('codebook', () => {
  it('tells what the codebook’s reader found, at its file and place', () => {
    const text = 'entities:\n  a: { kind: place, name: A }\n  a: { kind: place, name: B }\n';
    const [finding, ...others] = found(`//- readout.yaml\n${text}`);
    assert.equal(others.length, 0);
    const uri = `${root}readout.yaml`;
    assert.equal(finding?.uri, uri);
    assert.equal(text.slice(finding?.from, finding?.to), 'a');
    assert.equal(finding?.from, text.lastIndexOf('a: {'));
    assert.match(finding?.message.why ?? '', /none of the documents/);
    const first = text.indexOf('a: {');
    assert.deepEqual(finding?.related, [
      { uri, from: first, to: first + 1, message: 'The first of the two.' },
    ]);
  });

  it('puts into quotes again what a comma has cut, and lets a person choose where a list is meant', () => {
    const fixes = (line: string) => {
      const { codebook: all, files } = fixture(`//- readout.yaml\nentities:\n  orla: ${line}\n`);
      const text = files[0]?.text ?? '';
      return [...codebook.check(all)].map((finding) => ({
        at: text.slice(finding.from, finding.to),
        mends: [...(codebook.fix?.(finding, all) ?? [])].map(({ title, edits, preferred }) => [
          title,
          applyEdits(text, edits).split('\n')[1],
          preferred,
        ]),
      }));
    };
    assert.deepEqual(fixes('{ name: Port of "Orla", Lights\\East, Bay, kind: place }'), [
      {
        at: 'Lights\\East, Bay',
        mends: [
          [
            'Write "Port of \\"Orla\\", Lights\\\\East, Bay"',
            '  orla: { name: "Port of \\"Orla\\", Lights\\\\East, Bay", kind: place }',
            true,
          ],
        ],
      },
    ]);
    assert.deepEqual(fixes('{ kind: place, name: Orla, aliases: Port, Lights }'), [
      {
        at: 'Lights',
        mends: [
          [
            'Write [Port, Lights]',
            '  orla: { kind: place, name: Orla, aliases: [Port, Lights] }',
            false,
          ],
          [
            'Write "Port, Lights"',
            '  orla: { kind: place, name: Orla, aliases: "Port, Lights" }',
            false,
          ],
        ],
      },
    ]);
    assert.deepEqual(fixes('{ kind: place, name: Orla, # so far\n    Lights }'), [
      { at: 'Lights', mends: [] },
    ]);
    assert.deepEqual(fixes('{ kind: place, name: Orla, titel: Lights }'), [
      { at: 'titel', mends: [] },
    ]);
  });

  it('tells in every table of the codebook what a comma has cut', () => {
    const cut = (yaml: string) =>
      found(`//- readout.yaml\n${yaml}\n`).map((one) => one.message.what);
    const says = (words: string, key: string) => [
      `Inside { } a comma ends a value, so “${words}” behind it is no part of ${key} and counts for nothing.`,
    ];
    assert.deepEqual(cut('{ name: Talks, Orla }'), says('Orla', 'name'));
    assert.deepEqual(
      cut('kinds: { pledge: { means: Money, promised } }'),
      says('promised', 'means'),
    );
    assert.deepEqual(
      cut('relations: { aids: { inverse: aided, helped } }'),
      says('helped', 'inverse'),
    );
    assert.deepEqual(
      cut('series: { talks: { names: Orla Talks, Tarn Talks } }'),
      says('Tarn Talks', 'names'),
    );
    const alias = 'aliases: [{ text: Minister, Marrow, from: 2031 }]';
    assert.deepEqual(
      cut(`entities: { marrow: { kind: actor, name: Marrow, ${alias} } }`),
      says('Marrow', 'text'),
    );
  });

  it('has nothing to say of a sound codebook, or of none', () => {
    assert.deepEqual(found('//- readout.yaml\nname: Test\n'), []);
    assert.deepEqual(found('Text.'), []);
  });
});
