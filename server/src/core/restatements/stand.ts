import type { Codebook } from '../codebook/codebook.ts';
import type { Span } from '../text.ts';
import { verbOf } from '../verbs/verbs.ts';

// What binds or takes sides without a verb of the ladders: "our commitment is firm", "stand by our word".
const binding =
  /\b(?:commitments?|pledges?|determination|undertakings?|stands? (?:by|for|with|against|ready))\b|決意|誓|約束|尽く|努め|てまいり|ていき|ていく/i;

/**
 * Whether words of a sentence take a stand, so that they can restate one: they have a verb of the ladders,
 * and not one of the lowest rung, which says that something was talked or thought about (discussed,
 * recalled, having considered) and no more; or a noun that binds. UTF-16 offsets of the sentence.
 */
export function takesStand(sentence: string, words: Span, codebook: Codebook): boolean {
  const verb = verbOf(sentence, words, codebook);
  const said = verb?.force ?? verb;
  if (said && (said.rung > 0 || said.ladder === 'directive')) return true;
  // "will consider" is a stand, if a weak one; "having considered" is none.
  const form = said?.span && sentence.slice(said.span.from, said.span.to);
  if (said?.ladder === 'commissive' && form && !/(?:ed|ing)$/.test(form)) return true;
  return binding.test(sentence.slice(words.from, words.to));
}
