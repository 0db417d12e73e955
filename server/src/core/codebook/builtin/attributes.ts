import type { AttributeMeaning } from '../codebook.ts';

/** The attributes, the same in every codebook. No relation may bear one of these names. */
export const builtinAttributes: readonly AttributeMeaning[] = [
  {
    name: 'by',
    means:
      'Who is bound, where it is not all of the document’s parties; on evidence, whose score it is.',
    value: 'ids of entities of kind actor; several in one quoted value',
    example: 'by="belmark corvia"',
    not: 'by="Minister Marrow" (a name; write her id)',
  },
  {
    name: 'says',
    means: 'Who says it, where it is not said by all.',
    value: 'ids of entities of kind actor; several in one quoted value',
    example: 'says=marrow',
    not: 'the one who is asked to act (to)',
  },
  {
    name: 'to',
    means: 'To whom it is said or promised; of whom it is asked.',
    value: 'ids of entities of kind actor; several in one quoted value',
    example: 'to=northern-council',
    not: 'a place (refer to it in the words instead)',
  },
  {
    name: 'verb',
    means: 'The verb that counts, where it is not the one the text would be read by.',
    value: 'a lemma of a ladder',
    example: 'verb=welcome',
    not: 'verb=welcomed (write it as the ladder does: welcome)',
  },
  {
    name: 'due',
    means: 'When it is to be done, where no nested .deadline gives it. The last day counts.',
    value: '2025-06-30, 2025-06, 2025, "2025/2030", "2025~" for about, or open',
    example: 'due=2033-06',
    not: 'due="next spring" (write the months: "2033-03/2033-05")',
  },
  {
    name: 'if',
    means: 'What limits it, where no nested .condition says so.',
    value: 'words',
    example: 'if="once both parliaments consent"',
    not: 'another commitment it waits for (depends-on)',
  },
  {
    name: 'score',
    means:
      'How far the evidence shows the commitment kept: +1 in full, 0 in part or unclear, -1 not.',
    value: '-1, 0 or +1; on evidence only',
    example: 'score=+1',
    not: 'score=80%',
  },
];

/** What may stand in braces beside the attributes and relations. */
export const continues: AttributeMeaning = {
  name: 'continues',
  means: 'Joins these words to a mark that closed earlier in this document: both are one mark.',
  value: 'the id of that mark; nothing else may stand in the braces',
  example: '[of the old depot]{continues=return}',
  not: 'a later statement that goes on with the matter (reaffirms, strengthens)',
};
