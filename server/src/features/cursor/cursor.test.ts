import { checkCursor } from '../../../../test/support/check.ts';

describe('what stands at a place of a readout', () => {
  it('the words of a mark', () =>
    checkCursor(`
      They [wi$0ll act]{#a .commitment}.
            ^^^^^^^^^^ mark
    `));
  it('its opening bracket too', () =>
    checkCursor(`
      They $0[will act]{#a .commitment}.
              ^^^^^^^^ mark
    `));
  it('its id, without the sign', () =>
    checkCursor(`
      [will act]{$0#act .commitment}
                    ^^^ mark-id act
    `));
  it('its kind, without the sign', () =>
    checkCursor(`
      [will act]{#act .commitment$0}
                       ^^^^^^^^^^ kind commitment
    `));
  it('the blanks between its items: the braces', () =>
    checkCursor(`
      [will act]{#act  $0 .commitment}
                ^^^^^^^^^^^^^^^^^^^^^^ mark
    `));
  it('an attribute', () =>
    checkCursor(`
      [will act]{.commitment du$0e=2031}
                             ^^^^^ attribute due
    `));
  it('a relation', () =>
    checkCursor(`
      [will act]{.commitment reaffirms$0="b#c"}
                             ^^^^^^^^^ relation reaffirms
    `));
  it('a value', () =>
    checkCursor(`
      [will act]{.commitment due=2031$0}
                                 ^^^^ value due 2031
    `));
  it('a quoted value as a whole', () =>
    checkCursor(`
      [will act]{.commitment if="once both agree$0"}
                                 ^^^^^^^^^^^^^^^ value if once both agree
    `));
  it('one actor of several', () =>
    checkCursor(`
      [will act]{.commitment by="belmark cor$0via"}
                                         ^^^^^^^^ entity corvia
    `));
  it('one target of a relation: its document', () =>
    checkCursor(`
      [will act]{.commitment cites="#a orla-20$031#b"}
                                       ^^^^^^^^^^^ target key orla-2031#b
    `));
  it('one target of a relation: its id', () =>
    checkCursor(`
      [will act]{.commitment cites="#$0a orla-2031#b"}
                                     ^^^ target id #a
    `));
  it('a value that should be a target and is none', () =>
    checkCursor(`
      [will act]{.commitment cites=or$0la}
                                   ^^^^^^ value cites orla
    `));
  it('the head that a fragment continues', () =>
    checkCursor(`
      [will]{#a .commitment} [act]{continues=a$0}
                                             ^ target id #a
    `));
  it('the words of a reference', () =>
    checkCursor(`
      the [Nort$0hern Council](#council)
           ^^^^^^^^^^^^^^^^^^ reference
    `));
  it('the document a reference names', () =>
    checkCursor(`
      the [pledge](orla$0-2031#pledge)
                   ^^^^^^^^^^^ target key orla-2031#pledge
    `));
  it('the id a reference names', () =>
    checkCursor(`
      the [pledge](orla-2031#pledge$0)
                             ^^^^^^ target id orla-2031#pledge
    `));
  it('a document alone', () =>
    checkCursor(`
      the [statement](orla-2031#$0)
                      ^^^^^^^^^ target key orla-2031#
    `));
  it('the innermost of several', () =>
    checkCursor(`
      [they [will $0act]{.commitment} now]{.position}
             ^^^^^^^^^^ mark
    `));
  it('of two that touch the one that begins', () =>
    checkCursor(`
      [a](#b)$0[c](#d)
                ^ reference
    `));
  it('what ends here and nothing begins', () =>
    checkCursor(`
      They [act](#b)$0 now.
                  ^ target id #b
    `));
  it('a note', () =>
    checkCursor(`
      They act.^[See $0there.]
               ^^^^^^^^^^^^^^^ note
    `));
  it('a reference in a note', () =>
    checkCursor(`
      They act.^[See [the$0m](#b).]
                      ^^^^^^ reference
    `));
  it('nothing in plain text', () => checkCursor('They [act]{.commitment} no$0w.'));
});

describe('what stands at a place of the front matter', () => {
  const front = (line: string, carets: string) =>
    checkCursor(['---', line, ...(carets ? [carets] : []), '---', '', 'Text'].join('\n'));
  it('a key', () => front('da$0te: 2031-05-01', '^^^^^^ front-key date'));
  it('a value', () =>
    front('date: 2031-$005-01', '      ^^^^^^^^^^^^ front-value date 2031-05-01'));
  it('a value within its quotes', () =>
    front(
      'title: "Join$0t Statement"',
      '        ^^^^^^^^^^^^^^^^^ front-value title Joint Statement',
    ));
  it('a party', () =>
    front('parties: [belmark, cor$0via]', '                   ^^^^^^^^ entity corvia'));
  it('a participant', () =>
    front('participants: $0marrow', '              ^^^^^^^^ entity marrow'));
  it('a series', () => front('series: ann$0ual', '        ^^^^^^^^ series annual'));
  it('the document this is a version of', () =>
    front('version-of: or$0la-2031', '            ^^^^^^^^^^^ document orla-2031'));
  it('a term', () =>
    front(
      'terms: { the Min$0isters: [marrow, ives] }',
      '         ^^^^^^^^^^^^^^^ term marrow ives',
    ));
  it('an actor of a term', () =>
    front(
      'terms: { the Ministers: [marrow, iv$0es] }',
      '                                 ^^^^^^ entity ives',
    ));
  it('the code of a finding', () =>
    front('ignore: { no-d$0ue: [x] }', '          ^^^^^^^^ rule no-due'));
  it('what is ignored', () =>
    front('ignore: { no-due: [wor$0ds] }', '                   ^^^^^^^ front-value ignore words'));
  it('an unknown key', () => front('mood$0: good', '^^^^ front-key mood'));
  it('nothing between', () => front('date:    $0    2031-05-01', ''));
});

describe('what stands at a place of a codebook', () => {
  const book = (lines: string) => checkCursor(`//- readout.yaml\n${lines}`);
  it('a section', () => book('enti$0ties: {}\n^^^^^^^^^^ codebook-key entities'));
  it('an entity', () =>
    book('entities:\n  bel$0mark:\n  ^^^^^^^^^ entity belmark\n    kind: actor'));
  it('a field of an entity', () =>
    book(
      'entities:\n  belmark:\n    ki$0nd: actor\n    ^^^^^^ codebook-key entities.belmark.kind',
    ));
  it('its kind', () =>
    book('entities:\n  belmark:\n    kind: $0actor\n          ^^^^^^^ kind actor'));
  it('its name', () =>
    book('entities:\n  belmark:\n    name: Bel$0mark\n          ^^^^^^^^^ name belmark'));
  it('an alias', () =>
    book('entities:\n  belmark:\n    aliases: [BM, B$0M2]\n                  ^^^^^ name belmark'));
  it('an alias for a time', () =>
    book(
      'entities:\n  belmark:\n    aliases: [{ text: B$0M }]\n                      ^^^^ name belmark',
    ));
  it('the first day of an alias', () =>
    book(
      'entities:\n  belmark:\n    aliases: [{ text: BM, from: $02031-01-01 }]\n                                ^^^^^^^^^^^^ codebook-value entities.belmark.aliases.from 2031-01-01',
    ));
  it('a kind', () => book('kinds:\n  ple$0dge: { means: x }\n  ^^^^^^^^ kind pledge'));
  it('a relation', () =>
    book('relations:\n  impl$0ements: { inverse: x }\n  ^^^^^^^^^^^^ relation implements'));
  it('a kind it stands on', () =>
    book(
      'relations:\n  implements: { from: [commi$0tment] }\n                       ^^^^^^^^^^^^ kind commitment',
    ));
  it('the same kind', () =>
    book(
      'relations:\n  implements: { to: sa$0me }\n                    ^^^^^^ codebook-value relations.implements.to same',
    ));
  it('a series', () => book('series:\n  ann$0ual: { every: year }\n  ^^^^^^^^ series annual'));
  it('the code of a finding', () =>
    book('rules: { no-d$0ue: hint }\n         ^^^^^^^^ rule no-due'));
  it('a level', () =>
    book('rules: { no-due: hi$0nt }\n                 ^^^^^^ codebook-value rules.no-due hint'));
  it('a lemma of a ladder', () =>
    book(
      'ladders:\n  stance: [[note], [wel$0come]]\n                    ^^^^^^^^^ codebook-value ladders.stance welcome',
    ));
  it('nothing between', () => book('entities: {}\n\n$0\nkinds: {}'));
});
