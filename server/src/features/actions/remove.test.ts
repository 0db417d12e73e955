import { checkRemove, checkRemoveRefused } from '../../../../test/support/check.ts';

describe('removing an annotation', () => {
  it('takes the signs of the innermost one and leaves what stands in it', () => {
    const text = '[They [go to [Or$0la](#orla)]{.event} now]{#x .commitment}.';
    checkRemove(`//- a.readout.md\n${text}`, '[They [go to Orla]{.event} now]{#x .commitment}.');
    checkRemove(
      '//- a.readout.md\n[They [g$0o to [Orla](#orla)]{.event} now]{#x .commitment}.',
      '[They go to [Orla](#orla) now]{#x .commitment}.',
    );
    checkRemove(
      '//- a.readout.md\n[They [go]{.event} now]{#x .comm$0itment}.',
      'They [go]{.event} now.',
    );
  });

  it('takes a mark with all its fragments, from whichever of them', () => {
    const after = 'They go\n\nhome now.';
    checkRemove('//- a.readout.md\n[They g$0o]{#x .event}\n\n[home]{continues=x} now.', after);
    checkRemove('//- a.readout.md\n[They go]{#x .event}\n\n[ho$0me]{continues=x} now.', after);
  });

  it('takes a note whole', () => {
    checkRemove('//- a.readout.md\nThey go^[So [they](#x) s$0ay.] now.', 'They go now.');
  });

  it('leaves escapes, so that the source stays', () => {
    checkRemove('//- a.readout.md\n\\\\[They \\[g$0o]{.event}.', '\\\\They \\[go.');
  });

  it('is refused where there is none, and where signs beside it would be read as one', () => {
    checkRemoveRefused('//- a.readout.md\nThey g$0o.', 'no annotation here');
    checkRemoveRefused(
      '//- a.readout.md\n[[go](#x)]{.event} [They]{.actor}\n ^^^^^^^^^^^^^^^^^^^^^^^^^^^',
      'no annotation here',
    );
    checkRemoveRefused('//- a.readout.md\n[a]^[no$0te]{#x .event} b', 'Mend the errors');
    checkRemoveRefused('//- a.readout.md\nsee [z]^[$0](key#) there', 'Mend the errors');
    checkRemoveRefused('//- a.readout.md\nsee [z](ke^[no$0te]y#) there', 'Mend the errors');
  });
});
