import assert from 'node:assert/strict';
import { checkOutline } from '../../../../test/support/check.ts';
import { apply } from '../../core/snapshot/apply.ts';
import { emptySnapshot } from '../../core/snapshot/snapshot.ts';
import type { OutlineNode } from './node.ts';
import { outline } from './outline.ts';

describe('the outline of a readout', () => {
  it('title, headings, marks nested as in the text', () =>
    checkOutline(
      `
      //- readout.yaml
      entities:
        belmark: { kind: actor, name: Belmark }
        corvia: { kind: actor, name: Corvia }
      //- a.readout.md
      ---
      title: Joint Statement
      date: 2031-04-02
      parties: [belmark, corvia]
      ---

      They met.

      ## Cable

      They [will lay a cable [by June]{.deadline due=2032-06}]{#cable .commitment} and
      [welcomed it]{.position by=corvia}.

      ### Route #1

      Through [Orla]{.place}.

      ## Trade

      [Trade]{.concept}
      `,
      `
      Joint Statement — 2031-04-02 (title)
        Cable (heading)
          will lay a cable by June — will · Belmark, Corvia · June 2032 (mark commitment)
            by June — deadline (mark deadline)
          welcomed it — welcome · Corvia (mark position)
          Route #1 (heading)
            Orla — place (mark place)
        Trade (heading)
          Trade — concept (mark concept)
      `,
    ));
  it('a first heading that says the title again is left out', () =>
    checkOutline(
      `
      ---
      title: Joint *Statement*
      ---

      # Joint *Statement*

      [Orla]{.place}

      ## Joint *Statement*
      `,
      `
      Joint *Statement* (title)
        Orla — place (mark place)
        Joint *Statement* (heading)
      `,
    ));
  it('without a title the headings stand alone', () =>
    checkOutline(
      `
      [Before]{.place}

      # One

      # Two
      `,
      `
      Before — place (mark place)
      One (heading)
      Two (heading)
      `,
    ));
  it('a heading is one to six signs, a blank and words', () =>
    checkOutline(
      `
      ###
      #no
      ####### seven
      ###### six
      ## \\[five\\]^[note]
      `,
      `
      six (heading)
      [five] (heading)
      `,
    ));
  it('a line within a mark is no heading', () =>
    checkOutline(
      `
      [one
      # two
      three]{.concept}
      # four
      `,
      `
      one # two three — concept (mark concept)
      four (heading)
      `,
    ));
  it('a mark in a heading belongs to it', () =>
    checkOutline(
      '# The [Dialogue]{.event}',
      'The Dialogue (heading)\n  Dialogue — event (mark event)',
    ));
  it('numbered paragraphs where there are no headings', () =>
    checkOutline(
      `
      They met.

      1. They [agreed]{.commitment} on the cable.

      (2) They parted.

      2.5 per cent was the figure.
      `,
      `
      1. They agreed on the cable. (paragraph)
        agreed — agree (mark commitment)
      (2) They parted. (paragraph)
      `,
    ));
  it('a single numbered paragraph is none', () => checkOutline('1. They met.\n', ''));
  it('fragments appear once, with what crosses them', () =>
    checkOutline(
      '[alpha [beta]{#b .place}]{#a .position}[ [gamma]{.place}]{continues=b}',
      `
      alpha beta — position (mark position)
        beta — place (mark place)
      gamma — place (mark place)
      `,
    ));
  it('many words are cut, no words become the id', () =>
    checkOutline(
      `
      [${'word '.repeat(30)}]{.place} []{#nothing .place} []{.event} []{}
      `,
      `
      ${'word '.repeat(15)}word… — place (mark place)
      nothing — place (mark place)
      event — event (mark event)
      … (mark)
      `,
    ));
  it('many actors are counted', () =>
    checkOutline(
      '[will]{.commitment by="a b c d"}',
      'will — will · a, b, 2 more (mark commitment)',
    ));
  it('of an empty text is empty', () => checkOutline('', ''));
  it('with the ends of lines of old', () =>
    checkOutline(
      '# One\r\rText\r\r## Two\r\n\r\n[Orla]{.place}',
      'One (heading)\n  Two (heading)\n    Orla — place (mark place)',
    ));
});

describe('the outline of marks in marks without end', () => {
  it('has all of them, and is no deeper than an editor can follow', () => {
    const uri = 'file:///c/a.readout.md';
    const text = `${'['.repeat(5000)}Orla${']{.place}'.repeat(5000)}`;
    const nodes = outline(apply(emptySnapshot(), [{ uri, text }]).snapshot, uri);
    let level: readonly OutlineNode[] = nodes ?? [];
    let depth = 0;
    let count = 0;
    for (; level.length; level = level.flatMap(({ children }) => children)) {
      depth++;
      count += level.length;
    }
    assert.equal(count, 5000);
    assert.equal(depth, 101);
  });
});

describe('the outline of a codebook', () => {
  it('its sections and what they define', () =>
    checkOutline(
      `
      //- readout.yaml
      name: Orla
      entities:
        belmark: { kind: actor, name: Belmark }
        orla: { kind: place }
      rules:
        no-due: hint
      `,
      `
      name — Orla (section)
      entities (section)
        Belmark — belmark · actor (entity actor)
        orla — place (entity place)
      rules (section)
        no-due — hint (entry)
      `,
    ));
  it('of a file that is no codebook is empty', () => checkOutline('//- readout.yaml\n- a\n', ''));
});
