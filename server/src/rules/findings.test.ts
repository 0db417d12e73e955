import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixture } from '../../../test/support/fixture.ts';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { codebookFindings, contextOf, findingsOf, levelOf, runRule } from './findings.ts';
import type { DocumentRule, Finding } from './rule.ts';
import { unknownKind } from './unknown-kind.ts';

const first = (source: string) => {
  const { snapshot } = fixture(source);
  const [entry] = [...snapshot.entries.values()] as [Entry];
  return { snapshot, entry };
};

/** Codes and levels of the first document's findings. */
const shown = (source: string, scope: 'all' | 'problems' = 'all') => {
  const { snapshot, entry } = first(source);
  return findingsOf(snapshot, entry, scope).map(({ code, severity }) => `${code}: ${severity}`);
};

const text = '[x]{.plaice} They [will consider it]{.commitment} [so](#no).\n';

describe('findingsOf', () => {
  it('gives the findings of all rules in order of their place', () => {
    assert.deepEqual(shown(text), ['unknown-kind: error', 'below-line: hint', 'unresolved: error']);
  });

  it('gives only errors and warnings of a closed document', () => {
    assert.deepEqual(shown(text, 'problems'), ['unknown-kind: error', 'unresolved: error']);
  });

  it('follows the levels of the codebook', () => {
    const rules =
      'rules: { unknown-kind: off, below-line: warning, unresolved: information, no-id: hint }';
    const source = `//- a.readout.md\n${text}//- readout.yaml\n${rules}\n`;
    assert.deepEqual(shown(source), [
      'below-line: warning',
      'no-id: hint',
      'unresolved: information',
    ]);
    assert.deepEqual(shown(source, 'problems'), ['below-line: warning']);
    assert.equal(levelOf(first(source).snapshot, unknownKind), 'off');
    assert.equal(levelOf(first(text).snapshot, unknownKind), 'error');
  });

  it('leaves out what the front matter ignores: by words, by target, on one line', () => {
    const ignoring = (ignore: string) => shown(`---\nignore: { ${ignore} }\n---\n\n${text}`);
    assert.deepEqual(ignoring('unresolved: [no]'), ['unknown-kind: error', 'below-line: hint']);
    assert.deepEqual(ignoring('unknown-kind: [plaice], below-line: ["will  consider it"]'), [
      'unresolved: error',
    ]);
    assert.deepEqual(ignoring('unknown-kind: [place]'), [
      'unused-ignore: hint',
      'unknown-kind: error',
      'below-line: hint',
      'unresolved: error',
    ]);
  });

  it('gives several findings at one place in the order of the rules', () => {
    assert.deepEqual(shown('[x]{#a .place} [y]{#a .zzz cites="#a"}'), [
      'duplicate-id: error',
      'unknown-kind: error',
    ]);
  });
});

describe('runRule', () => {
  it('runs a rule once a context, also where another asks for it', () => {
    const { snapshot, entry } = first(text);
    const context = contextOf(snapshot, entry);
    let runs = 0;
    const counting: DocumentRule = {
      ...unknownKind,
      check: (...all) => {
        runs++;
        return unknownKind.check(...all);
      },
    };
    assert.equal(runRule(counting, context), runRule(counting, context));
    assert.equal(runs, 1);
    runRule(counting, contextOf(snapshot, entry));
    assert.equal(runs, 2);
  });

  it('lets a rule see what others find, by their code', () => {
    const { snapshot, entry } = first(text);
    let seen: readonly (readonly Finding[] | undefined)[] = [];
    const asking: DocumentRule = {
      ...unknownKind,
      check: (_context, run) => {
        seen = [run('unresolved'), run('codebook'), run('none')];
        return [];
      },
    };
    runRule(asking, contextOf(snapshot, entry));
    assert.equal(seen[0]?.length, 1);
    assert.deepEqual(seen.slice(1), [undefined, undefined]);
  });
});

describe('codebookFindings', () => {
  it('gives those of the codebook’s files with their levels', () => {
    const yaml = `//- readout.yaml
what: x
entities:
  a: { kind: place, name: Bay }
  b: { kind: place, name: bay }
rules: { shared-alias: hint }
`;
    const found = codebookFindings(fixture(yaml).snapshot);
    assert.deepEqual(
      found.map(({ code, severity, from }) => [code, severity, from > 0]),
      [
        ['codebook', 'error', false],
        ['shared-alias', 'hint', true],
      ],
    );
    const off = fixture(yaml.replace('hint', 'off').replace('what: x', 'name: x')).snapshot;
    assert.deepEqual(codebookFindings(off), []);
  });
});
