import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { noOpeningBracket } from './no-opening-bracket.ts';

const collection = (text: string) => `
//- readout.yaml
entities:
  orla: { kind: place, name: Port Orla, aliases: [Orla] }
//- a.readout.md
${text}
`;

describe('no-opening-bracket', () => {
  it('marks the bracket that closes nothing', () => {
    checkRule(
      noOpeningBracket,
      `
      They met. They will part]{#m .commitment} at [the] port](#orla).
                              ^ never opened
                                                             ^
      `,
    );
  });

  it('leaves to others what the paragraph before explains', () => {
    checkRule(noOpeningBracket, 'They [will\r\n\r\nmeet]{.commitment}. See ](key#x)');
  });

  it('begins a mark with the sentence or with the last word', () => {
    const text = 'They met. They will part!^[so] in May]{#m .commitment}.';
    checkFix(noOpeningBracket, text, 'They met. [They will part!^[so] in May]{#m .commitment}.', {
      changesSource: true,
    });
    checkFix(noOpeningBracket, text, 'They met. They will part!^[so] in [May]{#m .commitment}.', {
      title: 'Begin the mark at “May”',
      changesSource: true,
    });
  });

  it('does not cut through a mark or a closing before it', () => {
    checkFix(
      noOpeningBracket,
      'x]{.place} [They met. They will]{.event} part]{#m .commitment}.',
      'x\\]{.place} [They met. They will]{.event} part]{#m .commitment}.',
      { title: 'Keep “]” as a sign of the source' },
    );
    assert.deepEqual(fixTitles(noOpeningBracket, 'a](#x)[They met. They]{.event} will]{.event}'), [
      'Begin the link at “a”',
      'Keep “]” as a sign of the source',
    ]);
  });

  it('begins a link with the name of what it points at', () => {
    assert.deepEqual(fixTitles(noOpeningBracket, collection('They met in Port Orla](#orla).')), [
      'Begin the link at “Port Orla”',
      'Begin the link at “Orla”',
      'Keep “]” as a sign of the source',
    ]);
  });

  it('takes braces that are no attributes for the source', () => {
    checkFix(noOpeningBracket, 'in ]0, 1]{x > 0} holds', 'in ]0, 1\\]{x > 0} holds');
  });

  it('keeps a sign of the source from joining the new bracket', () => {
    checkFix(noOpeningBracket, 'Agreed!They go]{.event}', '[Agreed!They go]{.event}', {
      changesSource: true,
    });
    checkFix(noOpeningBracket, collection('両国は^Orla](#orla)'), '両国は\\^[Orla](#orla)\n', {
      changesSource: true,
    });
  });
});
