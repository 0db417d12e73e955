import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles, relatedOf } from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { applyEdits } from '../core/writing/edit.ts';
import { idIsEntity } from './id-is-entity.ts';

const codebook = '//- readout.yaml\nentities: { orla: { kind: place, name: Orla } }\n';
const withCodebook = (text: string) => `//- a.readout.md\n${text}\n${codebook}`;

describe('id-is-entity', () => {
  it('marks the id, of equal ones the first', () => {
    checkRule(
      idIsEntity,
      withCodebook(`[Orla]{#orla .place} [x]{#Orla .place} [y]{#orla .place}
       ^^^^^ “orla” (Orla)`),
    );
  });

  it('relates to the entity', () => {
    const [related] = relatedOf(idIsEntity, withCodebook('[Orla]{#orla .place}'));
    assert.deepEqual(related, {
      uri: `${root}readout.yaml`,
      from: 12,
      to: 16,
      message: 'The entity in the codebook.',
    });
  });

  it('makes a reference of a mark that says the same', () => {
    checkFix(idIsEntity, withCodebook('[Orla]{#orla .place}'), '[Orla](#orla)\n');
    const others = [
      '[Orla]{#orla .event}',
      '[Orla]{#orla .place if=x}',
      '[Orla [x](#x)]{#orla .place}',
      '[the [Orla]{#orla .place} x](#x)',
    ];
    for (const text of others)
      assert.equal(fixTitles(idIsEntity, withCodebook(text)).length, 1, text);
  });

  it('gives the mark another id and takes along what points at it', () => {
    const text = `//- a.readout.md
[the port]{#orla .event} [x](#orla) [y]{.event cites="#orla a#orla" by=orla} [z]{continues=orla}
//- b.readout.md
[x](a#orla) and [y](#orla) and [z]{.event cites="a#orla a#"}
${codebook}`;
    const title = 'Call the mark “port”, and follow it where it is pointed at';
    checkFix(
      idIsEntity,
      text,
      '[the port]{#port .event} [x](#port) [y]{.event cites="#port a#port" by=orla} [z]{continues=port}\n',
      { title },
    );
    const fix = fixesOf(idIsEntity, text).find((one) => one.title === title);
    assert.deepEqual(
      fix?.elsewhere?.map(({ uri, edits }) => [
        uri,
        applyEdits('[x](a#orla) and [y](#orla) and [z]{.event cites="a#orla a#"}\n', edits),
      ]),
      [[`${root}b.readout.md`, '[x](a#port) and [y](#orla) and [z]{.event cites="a#port a#"}\n']],
    );
  });
});
