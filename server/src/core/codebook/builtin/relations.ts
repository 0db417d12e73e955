import type { Relation } from '../codebook.ts';

type Given = Pick<Relation, 'name' | 'inverse' | 'means' | 'from' | 'to' | 'example' | 'not'>;

const relation = (given: Given, more: Partial<Relation> = {}): Relation => ({
  symmetric: false,
  acyclic: false,
  place: undefined,
  ...given,
  ...more,
});

/** The kinds of what can be said again; those that a collection registers itself join them. */
export const statements: readonly string[] = ['commitment', 'position', 'request'];

/** The relations every collection begins with. All are written on the later mark. */
export const builtinRelations: readonly Relation[] = [
  relation({
    name: 'reaffirms',
    inverse: 'reaffirmed by',
    means: 'Says again what an earlier text said, with neither more nor less force.',
    from: statements,
    to: 'same',
    example: '[will open a consulate]{.commitment reaffirms="2031-04-02-orla#consulate"}',
    not: 'a promise that goes further than the earlier one (strengthens) or less far (weakens)',
  }),
  relation({
    name: 'strengthens',
    inverse: 'strengthened by',
    means: 'Says more than an earlier text: a firmer verb, an earlier date, a higher number.',
    from: statements,
    to: 'same',
    example: '[will open two consulates]{.commitment strengthens="2031-04-02-orla#consulate"}',
    not: 'the same promise in other words (reaffirms)',
  }),
  relation({
    name: 'weakens',
    inverse: 'weakened by',
    means: 'Says less than an earlier text: a softer verb, a later date, a new condition.',
    from: statements,
    to: 'same',
    example: '[will consider a consulate]{.commitment weakens="2031-04-02-orla#consulate"}',
    not: 'a promise that is given up (supersedes, on the mark that takes its place)',
  }),
  relation(
    {
      name: 'supersedes',
      inverse: 'superseded by',
      means: 'Takes the place of an earlier statement, which no longer stands.',
      from: undefined,
      to: 'same',
      example:
        '[will use the old customs house]{.commitment supersedes="2031-04-02-orla#consulate"}',
      not: 'a statement that lets the earlier one stand beside it (reaffirms, strengthens, weakens)',
    },
    { acyclic: true },
  ),
  relation({
    name: 'fulfils',
    inverse: 'fulfilled by',
    means: 'Reports or promises what carries out an earlier commitment.',
    from: ['evidence', 'commitment'],
    to: ['commitment'],
    example: '[opened in March]{.evidence fulfils="2031-04-02-orla#consulate" score=+1}',
    not: 'praise for an earlier commitment (cites)',
  }),
  relation({
    name: 'breaches',
    inverse: 'breached by',
    means: 'Reports what goes against an earlier commitment.',
    from: ['evidence'],
    to: ['commitment'],
    example: '[closed the consulate]{.evidence breaches="2031-04-02-orla#consulate" score=-1}',
    not: 'words that say less than before (weakens)',
  }),
  relation(
    {
      name: 'part-of',
      inverse: 'has part',
      means: 'Is one step of a larger commitment.',
      from: ['commitment'],
      to: ['commitment'],
      example: '[will choose a site]{.commitment part-of="#consulate"}',
      not: 'a mark that stands inside another one: it is part of it anyway',
    },
    { acyclic: true },
  ),
  relation(
    {
      name: 'depends-on',
      inverse: 'required by',
      means: 'Can only be done once another commitment is.',
      from: ['commitment'],
      to: ['commitment'],
      example: '[will send staff]{.commitment depends-on="#consulate"}',
      not: 'a condition in words (if="…", or a nested .condition)',
    },
    { acyclic: true },
  ),
  relation({
    name: 'cites',
    inverse: 'cited by',
    means: 'Names or builds on a mark, a document or an entity without repeating it.',
    from: undefined,
    to: undefined,
    example: '[in line with what was agreed in Orla]{.position cites="2031-04-02-orla#"}',
    not: 'the same statement again (reaffirms)',
  }),
  relation(
    {
      name: 'parallels',
      inverse: 'parallels',
      means: 'The same passage in the other side’s text, or in another language.',
      from: undefined,
      to: undefined,
      example: '[will open a consulate]{.commitment parallels="2031-04-02-orla-corvia#consulate"}',
      not: 'the same promise at a later meeting (reaffirms)',
    },
    { symmetric: true },
  ),
  relation(
    {
      name: 'contradicts',
      inverse: 'contradicts',
      means: 'Says something that cannot hold together with the other passage.',
      from: undefined,
      to: undefined,
      example: '[no date was set]{.position contradicts="2031-04-02-orla#by-2033"}',
      not: 'an act against a promise (breaches)',
    },
    { symmetric: true },
  ),
];
