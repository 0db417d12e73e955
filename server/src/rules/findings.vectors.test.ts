import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { contextOf, runRule } from './findings.ts';
import { rules } from './index.ts';

interface Vector {
  readonly name: string;
  readonly input: string;
  readonly findings: readonly { readonly code: string; readonly span: readonly number[] }[];
}

const url = new URL('../../../test/vectors/language.json', `file://${__dirname}/`);
const [about, ...vectors] = JSON.parse(readFileSync(url, 'utf8')) as [
  { readonly codes: readonly string[] },
  ...Vector[],
];

const codebook = readCodebook([
  {
    uri: 'file:///c/readout.yaml',
    text: `entities:
  japan: { kind: actor, name: Japan }
  australia: { kind: actor, name: Australia }
  futenma: { kind: place, name: Marine Corps Air Station Futenma }
`,
  },
]);

/** Those of the vectors that have a rule; the first test names the others. */
const known = rules.filter(({ code }) => about.codes.includes(code));

describe('findings: the vectors of the language', () => {
  it('have a rule for every code', () => {
    const codes = known.map(({ code }) => code);
    assert.deepEqual(
      about.codes.filter((code) => !codes.includes(code)),
      [],
    );
  });

  for (const { name, input, findings } of vectors) {
    it(name, () => {
      const wanted = findings.filter(({ code }) => known.some((rule) => rule.code === code));
      assert.deepEqual(
        found(input),
        wanted.map(({ code, span }) => placed(code, span)),
      );
    });
  }
});

/** The vectors give the whole front matter, where a finding stands at its own key or value. */
const placed = (code: string, span: readonly number[]) => ({
  code,
  span: code === 'front-matter' ? [] : [...span],
});

/** All findings of a document that is alone in its collection, in order of their place. */
function found(text: string): ReturnType<typeof placed>[] {
  const uri = 'file:///c/a.readout.md';
  const { snapshot } = apply(emptySnapshot(codebook), [{ uri, text, version: 1 }]);
  const entry = snapshot.entries.get(uri);
  assert.ok(entry);
  const context = contextOf(snapshot, entry);
  const all: (Span & { code: string })[] = [];
  for (const rule of known) {
    if (rule.subject !== 'readout') continue;
    for (const { from, to, target } of runRule(rule, context)) {
      // Other documents are none of the vectors' business.
      if (rule.code === 'unresolved' && /^[^#]+#/.test(target ?? '')) continue;
      all.push({ code: rule.code, from, to });
    }
  }
  all.sort((a, b) => a.from - b.from || a.to - b.to);
  return all.map(({ code, from, to }) => placed(code, [from, to]));
}
