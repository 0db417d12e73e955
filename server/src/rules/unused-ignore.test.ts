import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unusedIgnore } from './unused-ignore.ts';

describe('unused-ignore', () => {
  it('marks words and codes that silence nothing', () => {
    checkRule(
      unusedIgnore,
      `
      ---
      ignore:
        unresolved: [plan, bridge, "the  plan"]
                           ^^^^^^ no finding “unresolved” for “bridge”
                                    ^^^^^^^^^
        no-such-code: [x]
        ^^^^^^^^^^^^ No finding is called “no-such-code”
        no-kind: []
        ^^^^^^^ No words are named
        no-id: [the port]
      ---

      See [the plan](#plan) for [the port]{.commitment}.
      `,
    );
  });

  it('lets another finding of this kind be silenced', () => {
    checkRule(
      unusedIgnore,
      `
      ---
      ignore: { unresolved: [bridge], unused-ignore: [bridge, port] }
                             ^^^^^^
                                                              ^^^^ “unused-ignore” for “port”
      ---

      Text.
      `,
    );
  });

  it('has nothing to say where nothing is ignored', () => {
    checkRule(unusedIgnore, 'See [the plan](#plan).');
  });

  it('takes the word out, or the whole of it', () => {
    const [head, tail] = ['---\ntitle: x\n', '---\n\n[p](#plan)'];
    const cases = [
      ['ignore: { unresolved: [plan, port] }\n', 'ignore: { unresolved: [plan] }\n'],
      ['ignore: { unresolved: [port] }\n', ''],
      ['ignore:\n  unresolved:\n    - port\n    - plan\n', 'ignore:\n  unresolved:\n    - plan\n'],
      ['ignore: { none: [a, b], unresolved: plan }\n', 'ignore: { none: [b], unresolved: plan }\n'],
      ['ignore: { none: [] }\n', ''],
    ];
    for (const [before, after] of cases.slice(0, 3))
      checkFix(unusedIgnore, head + before + tail, head + after + tail);
    checkFix(unusedIgnore, head + cases[4]?.[0] + tail, head + tail);
    assert.deepEqual(fixTitles(unusedIgnore, `${head}${cases[3]?.[0]}${tail}`), ['Take “a” out']);
  });
});
