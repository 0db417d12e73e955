import type { Codebook } from '../codebook/codebook.ts';
import type { Span } from '../text.ts';
import { type Verb, verbOf, verbsIn } from '../verbs/verbs.ts';

// What binds or takes sides without a verb of the ladders: "our commitment is firm", "stand by our word",
// "they must withdraw", "authorizes the force".
const japanese = '決意|誓|約束|尽く|努め|てまいり|ていき|ていく';
const nouns = 'commitments?|pledges?|determination|undertakings?';
const verbs =
  'must|recommit(?:s|ted|ting)?|authori[sz](?:es?|ed|ing)|believes?|(?:is|are) maintaining';
const binding = new RegExp(
  `\\b(?:${nouns}|${verbs}|stands? (?:by|for|with|against|ready))\\b|${japanese}`,
  'i',
);
/** What binds in any part of a sentence, wherever that begins and ends. */
const bindingSign = new RegExp(`${nouns}|${verbs}|stand|${japanese}`, 'i');

/**
 * Whether words of a sentence take a stand, so that they can restate one: they have a verb of the ladders,
 * and not one of the lowest rung, which says that something was talked or thought about (discussed,
 * recalled, having considered) and no more; or a noun that binds. UTF-16 offsets of the sentence.
 */
export function takesStand(sentence: string, words: Span, codebook: Codebook): boolean {
  const verb = verbOf(sentence, words, codebook);
  if (verb && isStand(verb, sentence)) return true;
  return binding.test(sentence.slice(words.from, words.to));
}

/** Whether any words of a sentence may take a stand: takes less to see than which words say again what was said. */
export const mayTakeStand = (sentence: string, codebook: Codebook): boolean =>
  bindingSign.test(sentence) || verbsIn(sentence, codebook).some((verb) => isStand(verb, sentence));

function isStand(verb: Verb, sentence: string): boolean {
  const said = verb.force ?? verb;
  if (said.rung > 0 || said.ladder === 'directive') return true;
  // "will consider" is a stand, if a weak one; "having considered" is none.
  const form = said.span && sentence.slice(said.span.from, said.span.to);
  return said.ladder === 'commissive' && !!form && !/(?:ed|ing)$/.test(form);
}
