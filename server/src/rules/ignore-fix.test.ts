import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dedent, fixture } from '../../../test/support/fixture.ts';
import { parse } from '../core/reading/parse.ts';
import { strip } from '../core/reading/strip.ts';
import { apply } from '../core/snapshot/apply.ts';
import type { Entry } from '../core/snapshot/snapshot.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { contextOf, findingsOf } from './findings.ts';
import { ignoreFix } from './ignore-fix.ts';

/** The text after *Do not report this here* on the first finding of a code; that finding must be gone. */
function ignoring(source: string, code: string): string | undefined {
  const { snapshot } = fixture(source);
  const [entry] = [...snapshot.entries.values()] as [Entry];
  const context = contextOf(snapshot, entry);
  const found = findingsOf(snapshot, entry, 'all').filter((finding) => finding.code === code);
  const fix = found[0] && ignoreFix(found[0], context);
  if (!fix) return undefined;
  const text = applyEdits(entry.text, fix.edits);
  assert.equal(strip(parse(text)), strip(context.document), 'the source');
  const next = apply(snapshot, [{ uri: entry.uri, text, version: 2 }]).snapshot;
  const left = findingsOf(next, next.entries.get(entry.uri) as Entry, 'all');
  assert.equal(left.filter((one) => one.code === code).length, found.length - 1);
  return text;
}

function check(code: string, before: string, after: string): void {
  assert.equal(ignoring(before, code), dedent(after));
}

describe('ignoreFix', () => {
  it('makes a front matter with its one empty line', () => {
    check(
      'unresolved',
      'See [the plan](#plan).\n',
      `
      ---
      ignore:
        unresolved: [plan]
      ---

      See [the plan](#plan).
      `,
    );
    check(
      'unknown-kind',
      '[x]{.y}\r\n',
      '---\r\nignore:\r\n  unknown-kind: [y]\r\n---\r\n\r\n[x]{.y}\r\n',
    );
  });

  it('adds to an ignore of any form', () => {
    const text = (ignore: string) => `---\ntitle: x\n${ignore}\n---\n\n[x]{.y} [z](#w)\n`;
    const forms = [
      ['date: 2031-01-01', 'date: 2031-01-01\nignore:\n  unknown-kind: [y]'],
      [
        'ignore:\n    unresolved:\n      - "#w"',
        'ignore:\n    unresolved:\n      - "#w"\n    unknown-kind: [y]',
      ],
      ['ignore: { unresolved: [w] }', 'ignore: { unresolved: [w], unknown-kind: [y] }'],
      ['ignore: { unknown-kind: q }', 'ignore: { unknown-kind: [q, y] }'],
      ['ignore:\n  unknown-kind: [q] # why', 'ignore:\n  unknown-kind: [q, y] # why'],
    ];
    for (const [before = '', after = ''] of forms) check('unknown-kind', text(before), text(after));
  });

  it('names the words as issued, on one line', () => {
    check(
      'no-kind',
      '[the [old]{.place}\nport: "A"]{#p}\n',
      `
      ---
      ignore:
        no-kind: ["the old port: \\"A\\""]
      ---

      [the [old]{.place}
      port: "A"]{#p}
      `,
    );
  });

  it('names what the words point at where they are long', () => {
    const { snapshot } = fixture(`${'Such words. '.repeat(9)}\n`);
    const [entry] = [...snapshot.entries.values()] as [Entry];
    const message = { what: '', why: '', advice: '' };
    const finding = {
      from: 0,
      to: 100,
      target: 'b#c',
      message,
      code: 'x-y',
      severity: 'hint',
    } as const;
    const fix = ignoreFix(finding, contextOf(snapshot, entry));
    assert.equal(fix?.edits[0]?.text, '---\nignore:\n  x-y: ["b#c"]\n---\n\n');
    const words = { ...finding, to: 11 };
    assert.match(
      ignoreFix(words, contextOf(snapshot, entry))?.edits[0]?.text ?? '',
      /Such words\./,
    );
    const { target: _, ...aimless } = finding;
    assert.match(
      ignoreFix(aimless, contextOf(snapshot, entry))?.edits[0]?.text ?? '',
      /(Such words\. ?){8}/,
    );
  });

  it('names the document’s key for what is said of the whole', () => {
    const text = ignoring('//- a b.readout.md\nText.\n', 'unusable-key');
    assert.equal(text, '---\nignore:\n  unusable-key: [a b]\n---\n\nText.\n');
  });

  it('is not offered where the front matter cannot be read', () => {
    assert.equal(ignoring('---\ntitle: "x\n---\n\n[x]{.y}\n', 'unknown-kind'), undefined);
    assert.equal(ignoring('---\nignore: all\n---\n\n[x]{.y}\n', 'unknown-kind'), undefined);
  });

  it('silences any finding and keeps the source', () => {
    const piece = fc.constantFrom(
      ...[
        '[a b]{.place}',
        '[c]{#d}',
        '[e](#f)',
        '[g]{.h due="i: j"}',
        '^[k]',
        '[l]{.evidence score=2}',
      ],
      ...[
        '[m]{.place',
        ' ^[n]',
        '[o] {.place}',
        '[p]{.place x}',
        '\n',
        '\r\n',
        '\n\n',
        '"',
        ': ',
        '港',
      ],
    );
    const start = fc.constantFrom(
      '',
      '---\n---\n',
      '---\nignore: { no-kind: [c] }\n---\n\n',
      '\uFEFF',
    );
    fc.assert(
      fc.property(start, fc.array(piece, { maxLength: 8 }), (front, pieces) => {
        const { snapshot } = fixture('Text.');
        const [entry] = [...snapshot.entries.values()] as [Entry];
        const change = { uri: entry.uri, text: front + pieces.join(''), version: 2 };
        const next = apply(snapshot, [change]).snapshot;
        const now = next.entries.get(entry.uri) as Entry;
        const context = contextOf(next, now);
        for (const finding of findingsOf(next, now, 'all')) {
          const fix = ignoreFix(finding, context);
          if (!fix) continue;
          const text = applyEdits(now.text, fix.edits);
          assert.equal(strip(parse(text)), strip(context.document));
          const after = apply(next, [{ ...change, text }]).snapshot;
          const left = findingsOf(after, after.entries.get(entry.uri) as Entry, 'all');
          const shift = text.length - now.text.length;
          const isSame = (one: { code: string; from: number; to: number }) =>
            one.code === finding.code && one.from === finding.from + shift;
          assert.ok(!left.some(isSame), `${finding.code} in ${JSON.stringify(text)}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
