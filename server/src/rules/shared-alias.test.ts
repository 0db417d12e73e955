import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture, root } from '../../../test/support/fixture.ts';
import { sharedAlias } from './shared-alias.ts';

/** The words of each finding with those it relates to. */
function found(yaml: string, included?: string): string[] {
  const more = included ? `//- more.yaml\n${included}` : '';
  const { codebook, files } = fixture(`//- readout.yaml\n${yaml}${more}`);
  const words = (place: { uri: string; from: number; to: number }) =>
    `${place.uri.slice(root.length)}: ${files.find(({ uri }) => uri === place.uri)?.text.slice(place.from, place.to)}`;
  return [...sharedAlias.check(codebook)].map(
    (finding) => `${words(finding)} | ${(finding.related ?? []).map(words).join()}`,
  );
}

const two = (a: string, b: string) =>
  `entities:\n  a: { kind: actor, name: Anna, aliases: [${a}] }\n  b: { kind: actor, name: Ben, aliases: [${b}] }\n`;

describe('shared-alias', () => {
  it('marks the later of two equal names, capitals and spaces aside', () => {
    assert.deepEqual(found(two('Prime  Minister', 'prime minister')), [
      'readout.yaml: prime minister | readout.yaml: Prime  Minister',
    ]);
    assert.deepEqual(found(two('Ben', 'x')), ['readout.yaml: Ben | readout.yaml: Ben']);
    assert.deepEqual(found(two('外相', '外相')), ['readout.yaml: 外相 | readout.yaml: 外相']);
  });

  it('finds them in different files', () => {
    assert.deepEqual(found(two('Chair', 'x'), 'entities:\n  c: { kind: actor, name: Chair }\n'), [
      'more.yaml: Chair | readout.yaml: Chair',
    ]);
  });

  it('lets one entity have a name twice, and abbreviations their capitals', () => {
    assert.deepEqual(found(two('Anna, anna', 'x')), []);
    assert.deepEqual(found(two('WHO', 'who')), []);
    assert.deepEqual(found(two('WHO', 'WHO')), ['readout.yaml: WHO | readout.yaml: WHO']);
  });

  it('lets names follow one another in time', () => {
    const dated = (text: string) => `{ text: Minister, ${text} }`;
    assert.deepEqual(found(two(dated('to: 2031-06-30'), dated('from: 2031-07-01'))), []);
    assert.deepEqual(found(two(dated('from: 2031-07-01'), dated('to: 2031-06-30'))), []);
    const overlap = ['readout.yaml: Minister | readout.yaml: Minister'];
    assert.deepEqual(found(two(dated('to: 2031-07-01'), dated('from: 2031-07-01'))), overlap);
    assert.deepEqual(found(two(dated('to: 2031-07-01'), 'Minister')), overlap);
  });
});
