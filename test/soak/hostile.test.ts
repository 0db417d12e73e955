import assert from 'node:assert/strict';
import { readCodebook } from '../../server/src/core/codebook/read-codebook.ts';
import { parse } from '../../server/src/core/reading/parse.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { emptySnapshot, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { codebookFindings, findingsOf } from '../../server/src/rules/findings.ts';
import { everyFeature } from '../support/every-feature.ts';

const uri = 'file:///c/a.readout.md';
const book = 'file:///c/readout.yaml';

const snapshotOf = (text: string, yaml = ''): Snapshot =>
  apply(emptySnapshot(readCodebook([{ uri: book, text: yaml }])), [{ uri, text, version: 1 }])
    .snapshot;

const codesOf = (snapshot: Snapshot): string[] => {
  const entry = snapshot.entries.get(uri);
  return entry ? findingsOf(snapshot, entry, 'all').map(({ code }) => code) : [];
};

/** Asks everything at every few characters; throws where anything does. */
function askAll(snapshot: Snapshot, of = uri, step = 3): void {
  const text = snapshot.entries.get(of)?.text ?? snapshot.codebook.files[0]?.text ?? '';
  for (let offset = 0; offset <= text.length; offset += step) {
    for (const ask of Object.values(everyFeature)) ask(snapshot, of, offset);
  }
}

describe('hostile input', () => {
  it('of names that every object has is ids, keys and entities like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const marks = names.map((name) => `[m]{#${name} .place} [r](#${name}) [k](${name}#${name})`);
    const yaml = `entities: { ${names.map((name) => `${name}: { kind: place, name: N ${name} }`).join(', ')} }\n`;
    const alone = snapshotOf('[r](#constructor) [s](#__proto__)');
    assert.deepEqual(codesOf(alone), ['unresolved', 'bad-id']);
    assert.equal(definition(alone, uri, 1)?.landings.length ?? 0, 0);
    const front = `---\nparties: [constructor]\nseries: __proto__\n__proto__: x\nignore: { constructor: [x] }\n---\n\n`;
    askAll(snapshotOf(front + marks.join('\n\n'), yaml), uri, 7);
    const known = snapshotOf('[r](#constructor)', 'entities: { constructor: { kind: place } }\n');
    assert.deepEqual(codesOf(known), []);
    assert.equal(definition(known, uri, 1)?.landings.length, 1);
  });

  it('of YAML bombs is refused with a finding at its place, and the text is served', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [of, name] of [...'abcdefgh'].map(
      (letter, i, all) => [letter, all[i + 1]] as const,
    )) {
      if (name) bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    const yaml = `${bomb.join('\n')}\nentities: *h\n`;
    const front = `---\n${bomb.join('\n')}\nparties: *h\n---\n\nText.\n`;
    const snapshot = snapshotOf(front, yaml);
    assert.ok(codebookFindings(snapshot).length > 0);
    assert.ok(codesOf(snapshot).includes('front-matter'));
    askAll(snapshot, uri, 40);
    askAll(snapshot, book, 40);
  });

  it('of ids as long as a book, and of ten thousand marks in one paragraph, is read', () => {
    const long = 'a'.repeat(100_000);
    const snapshot = snapshotOf(`[m]{#${long} .place} [r](#${long})`);
    assert.deepEqual(codesOf(snapshot), []);
    assert.equal(definition(snapshot, uri, 100_030)?.landings.length, 1);
    assert.ok((hover(snapshot, uri, 1)?.markdown.length ?? 0) > 0);
    const many = snapshotOf('[m]{.place} '.repeat(10_000));
    assert.equal(parse(many.entries.get(uri)?.text ?? '').marks.length, 10_000);
    assert.deepEqual(codesOf(many), []);
  });

  it('of keys that look like paths is source, and leads nowhere', () => {
    const text = '[a](../../x#b) [c](/etc/passwd#d) [e](..#f) [g](C:\\x#h) [i](file:///x#j)';
    assert.deepEqual(parse(text).references, []);
    const snapshot = snapshotOf(`---\nversion-of: ../../x\n---\n\n${text}`);
    for (let offset = 0; offset < 90; offset++) {
      assert.equal(definition(snapshot, uri, offset)?.landings.length ?? 0, 0);
    }
  });

  it('of command links runs nothing: what texts and codebooks say is no link in a hover', () => {
    const evil = '[x](command:workbench.action.quit)';
    const yaml = `entities:\n  orla: { kind: place, name: "${evil}", see: "command:evil", aliases: ["${evil}"] }\nkinds: { pledge: { means: "${evil}", registered: true } }\n`;
    const text = `---\ntitle: "${evil}"\nsource: command:evil\n---\n\n[Will go ${evil}]{#a .pledge if="${evil}"} to [Orla](#orla) and [back](#a)\n`;
    const snapshot = snapshotOf(text, yaml);
    for (const of of [uri, book]) {
      const length = of === uri ? text.length : yaml.length;
      for (let offset = 0; offset <= length; offset++) {
        const markdown = hover(snapshot, of, offset)?.markdown ?? '';
        const links = [...markdown.replace(/`[^`]*`/g, '').matchAll(/(?<!\\)\]\(([^)]*)\)/g)];
        for (const [, address = ''] of links)
          assert.doesNotMatch(address, /command:(?!readout\.)/, markdown);
      }
    }
  });
});
