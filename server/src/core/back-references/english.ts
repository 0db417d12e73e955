/**
 * English back-references that a phrase alone does not tell: what goes on has begun before, and what
 * was decided at a meeting was decided there. Each pattern is linear on any text.
 */
import { matchesOf } from '../matches.ts';
import {
  few,
  form,
  instruments,
  meetings,
  month,
  named,
  ordinal,
  papers,
  spans,
  undertakings,
  which,
  whose,
} from './english-words.ts';

/** What was said or done at a meeting, or came about lately. */
const cameAbout = [
  form`(agreed|agreed to|agreed upon|announced|decided|adopted|launched|signed|established|discussed|reached|endorsed|issued|outlined|concluded|made|initiated|unveiled|articulated|affirmed) (at|during|in) (the|our|their|its|last) ${few(6)}${meetings}`,
  form`(agreed|announced|launched|signed|established|endorsed|initiated|unveiled) by ${few(4)}(at|during) (the|our|their|its|last) ${few(6)}${meetings}`,
  form`(at|since|during|following|after) (the|our|their|his|her|last) ${few(6)}${meetings} ${few(6)}(in|on|of) (last )?(\d{1,2} )?(${month}|\d{4})`,
  form`on the basis of (the|our|their|its) ${few(6)}(agreements?|resolutions?|declaration|statement|decisions?|commitments?)`,
  form`${whose} (last|previous|most recent|earlier|prior) ${few(4)}${meetings}`,
  form`since (the|our|their|its|his|her|last) ${few(6)}${meetings}`,
  form`since ${few(6)}met`,
  form`(${meetings}|which) (follows|followed|builds|built|comes|came)`,
  form`the outcomes? of (the|our|their|last) ${few(5)}${meetings}`,
  form`(recently|newly) (agreed|announced|adopted|concluded|established|signed|launched|issued)`,
  form`(?<=\b${whose} |['’]s )recent ${few(3)}(announcements?|agreements?|decisions?|statements?|commitments?|pledges?|declarations?|trips?|${meetings})`,
  form`${whose} recent ${few(4)}${meetings}`,
  form`recent ${few(2)}${undertakings}`,
  form`(?<!\b(ensure|ensuring|for|support|supporting|to|toward|towards) )the successful ${few(1)}(launch|conclusion|completion|establishment|first|second|third|replenishment|vote|${meetings})`,
  form`(in ${month}?\s?(19|20)\d\d|(last|earlier this) ${spans}|\p{L}+ (year|month|week)s? ago), ${few(12)}(announced|launched|signed|agreed|established|initiated|pledged)`,
  form`(launch|signing|announcement|${meetings}) earlier this ${spans}`,
  form`(${ordinal}|first|\d{1,2}(st|-year)) anniversary of (the|our|their) ${few(8)}(${instruments}|${meetings}|alliance)`,
];

/** Not behind words that wish for what is to come: *to support continued progress*. */
const notWished = '(?<!\\b(?:support|supporting|ensure|ensuring|forward\\sto|of|for)\\s)';

/** What has got further, and reports of it. */
const gotFurther = [
  form`((review|assess)(ed|ing|es)|(discuss|not|welcom|encourag|acknowledg|recogniz|applaud|commend|hail|prais)(ed|ing|es|s|e)?) (the )?${few(2)}progress`,
  form`((the|our|their)|${notWished}\b(continued|ongoing)) ${few(1)}progress (in|on|of|under|made|toward|towards|achieved)`,
  form`the ${few(2)}progress (that )?${few(6)}(has|have) (made|achieved)`,
  form`(?<=\b(discussed|on|made) )progress (in|on|of|under|toward|towards)`,
  form`(?<=\b(have|we|they) (also |already )?)(made|achieved) ${few(2)}(progress|strides|headway) (in|on|to|toward|towards)`,
  form`(welcom(e|es|ed|ing)|tak(e|es|ing) note of|took note of|not(es|ed|ing)|having (received|examined|reviewed)) (also )?${few(8)}(reports?|assessments?|letters?|recommendations)(?=\s+(of|by|from|to|on|dated|submitted)\b)`,
];

/** What goes on, or stays as it was. *A continuing dialogue* begins with this text. */
const goingOn = [
  form`an? (continued|continuing|enduring|abiding) ${few(1)}commitments?`,
  form`(?<!\ban? )\b(continued|continuing|continuous|enduring|abiding) ${which}${undertakings}`,
  form`(ongoing|on-going|existing|long-?standing) ${which}${undertakings}`,
  form`(continued|continues|continuing|continue) (their|our|its|these|this|close|joint)(?!\s+(brutal |illegal |unprovoked )?(aggression|attacks?|invasion|provocations?|war)\b)`,
  form`continue (?!to\s)${few(1)}${undertakings}`,
  form`(?<=\bto )continue \p{L}{3,20}ing`,
  form`(?<=(commit|committed|agreed|pledged|resolved|resolve|determined|intend|plan|and|vowed|decided|look forward) (to )?)(continue|continuing) \p{L}+ing`,
  form`(continued|continuing) ${few(1)}(deployment|development|steps|actions?|presence|leadership)`,
  form`existing ${few(2)}(agreements|arrangements|controls|frameworks|measures|mechanisms|programs?|sanctions)`,
  form`(their|our) (joint|mutual|shared) ${few(1)}commitments?`,
  form`continu(e|es|ed|ing) to (urge|call|encourage|support|stress|stand|condemn|oppose|cooperate|coordinate|consult|welcome|uphold|honou?r)`,
  form`(collaboration|cooperation|coordination|engagement|dialogue|consultations|work|discussions|efforts) will continue`,
  form`(sustain|sustaining) ${few(3)}${undertakings}`,
  form`(?<!\ban? )\bsustained ${few(2)}${undertakings}`,
  form`(maintain|reinforc|uphold)(e|s|ed|es|ing)? (our|their|its|close) ${few(2)}${undertakings}`,
  form`(maintain|sustain) and (further )?\p{L}+`,
  form`keep (up (our|their|its)|\p{L}{4,20}ing)`,
  form`efforts being (made|\p{L}{3,12}(ed|en))`,
  form`steadfast in (our|their|its) ${few(1)}${undertakings}`,
  form`(remains? unchanged|no change (in|to) (our|their|its))`,
  form`remain(s|ed)? (deeply |gravely )?(concerned|resolute)`,
];

/** What was agreed is carried out, kept or broken. */
const carriedOut = [
  form`implement(ation of|ing|ed)? (immediately |fully )?(its |the |all |relevant |Security Council ){0,3}(resolutions?|recommendations)`,
  form`implement(ation of|ing|ed)? (the|our|their|its|all) ${few(6)}${instruments}`,
  form`(commitments|obligations|goals|objectives|principles|provisions|targets|enshrined|contained|reflected|embodied|outlined|set out|set forth|laid (down|out)) (under|of|in) (the |our |its |their )?${few(5)}(${papers}|resolutions?|order|announcement|statement|communiqué|memorandum)`,
  form`(deliver(ing|ed)?|follow(ing|ed)?(-|\s)through) on ${few(5)}(commitments?|promises?|pledges?|agreements?|ambitions?)`,
  form`follow(s|ed|ing)?(-|\s)through`,
  form`violat(ions? (and \p{L}+ )?of|es?|ed|ing) ${few(6)}resolutions?`,
  form`(pledges?|commitments?|promises?|announcements?) (that )?${few(4)}made(?=\s+(at|in|during|last|on)\b)`,
  form`(pledges?|commitments?|promises?) that ${few(5)}(announced|made|gave|undertook)`,
  form`(?<=['’]s )(pledge|promise) to`,
  form`as (I|we|he|she|they) (have |has |had )?(said|stated|noted|announced|agreed|pledged|promised|affirmed)`,
  // Whose statements were recalled a few words before.
  form`as well as (the|its|his|her|their) ${few(2)}(statements?|letters?|reports?|declarations?) (of|by|from)`,
  form`the statements? (of|by) its President`,
];

/** What is begun, called for or decided again. */
const doneAgain = [
  form`resum(ption of|ed|ing) ${few(3)}(${undertakings}|activities)`,
  form`renew(s|ed|ing)? (our|their|its|his|her|the|calls?|commitments?|pledges?|efforts?)`,
  form`redoubl(e|es|ed|ing) ${few(2)}${undertakings}`,
  form`(reinvigorat|revitali[sz]|relaunch|reconven|reactivat|reviv|re-?establish)(e|es|ed|ing)? (the|our|their|its) ${few(6)}(${instruments}|${undertakings}|${meetings}|groups?|mechanisms?|councils?|commissions?|committees?)`,
  form`(express|call|urg|stress|request|appeal|demand|invit|welcom)(e?s|ed|ing)? again`,
  form`again (calls?|called|express(es|ed)?|stress(es|ed)?|urged?|urges|requests?|demands?)`,
  // *Decides further to extend* and *help, as requested* go back to nothing.
  form`further to(?=\s+(the|our|their|its|his|her|this|these|those|paragraphs?|resolutions?|decisions?|statements?|letters?)\b)`,
  form`as (further |previously |also )?(proposed|described|reported|presented|specified|stipulated|defined|provided|mentioned|contained) (in|by|at|under) (the|its|his|their|our|annex|paragraphs?|section|article)`,
  form`(responding|in response) to (the|its|his|their|a) ${few(2)}(requests?|letters?|calls?|appeals?)`,
  form`as requested(?=\s+(by|in|at|under|during)\b)`,
  form`decides?d? (further )?to (extend|renew|maintain)`,
  form`(its|their) (urgent )?(calls?|requests?|demands?|appeals?) (up)?(on|to|for|that)`,
];

/** Papers with a name, in capitals: *under the Lake Charter*, *Article 5 of the Treaty*, *signing of the Accord*. */
const papersNamed = form`([Uu]nder (Article [\p{L}\p{N}]+ of )?|Article [\p{Lu}\p{N}]+ of |[Ss]igning of |([Rr]espect|[Uu]phold|[Hh]onou?r|[Vv]iolat)(e|s|es|ed|ing)? )(the|our|their|its) ${few(7)}${named}`;

/** *Welcomed the Joint Statement on …*. */
const welcomed = form`([Ww]elcom|[Ee]ndors|[Aa]pplaud|[Cc]ommend)(e|s|es|ed|ing)? the (?!upcoming|next|forthcoming)${few(5)}(Statement|Communiqué|Dialogue|Initiative|Summit|${named})`;

/** Forms by which a text goes back to an earlier one. */
const forms: readonly RegExp[] = [
  ...[...cameAbout, ...gotFurther, ...goingOn, ...carriedOut, ...doneAgain].map(
    (source) => new RegExp(source, 'giu'),
  ),
  ...[papersNamed, welcomed].map((source) => new RegExp(source, 'gu')),
];

/** One of a row of meetings, if it is not still to come. */
const ofARow = new RegExp(form`the ${ordinal} ${few(6)}${meetings}`, 'giu');
const isAhead =
  /\b(?:look(?:s|ed|ing)?\s+(?:forward|ahead)\s+to|(?:ahead|advance|view|anticipation)\s+of|preparations?\s+for|(?:will|to)\s+(?:(?:co-?)?host|hold|convene|attend|chair|participate\s+in))\s[^.;:]{0,24}$/iu;
const isToBe = /^[^.;]{0,60}\b(?:will|to)\s+(?:be\s+held|take\s+place)\b/iu;

/** `continue to`, with those who have been doing it before: not prices and not other people's wars. */
const goesOn = /\b(?:continu(?:e|es|ed|ing)\s+to|will\s+continue(?!\s+to))\b/giu;
/** What nobody undertakes: prices do it, and other people's wars. */
const nothingDone =
  /^\s+(?:(?:affect|be|cause|constitute|decline|depend|exist|face|fall|grow|have|pose|remain|represent|rise|run|suffer|weigh)\b|(?:decrease|ease|evolve|expand|improve|increase|moderate|strengthen|weaken)(?=\s*[.,;]|\s+(?:and|at|gradually|in|over)\b))/iu;
const speakers =
  /(?:\b(?:importance\s+of|need\s+to|we|they|both|he|she|leaders?|presidents?|ministers?|secretar(?:y|ies)|committee|council|advis[eo]rs?|parties|sides|officials|experts|governments?|nations|countries|states|kingdom|allies|partners|members|administration|group|union|commission|commit(?:s|ted)?|agree(?:s|d)?|pledge[sd]?|resolved?|determin(?:ed|ation)|intend(?:s|ed)?|plan(?:s|ned)?|commitment|desire|will|shall|would|need|must|also|further|to)\b[^.;:]{0,24}|(?:^|[;,.]\s*|\n\s*)(?:\d+\.\s+)?)$/iu;

/** `They met the press, and continued to …`: the second verb of those who speak. */
const goesOnSaying =
  /(?:^|[^\p{L}])(?:we|they|both|he|she|leaders|presidents?|(?:prime )?ministers?|secretary|committee|council|advis[eo]rs?|parties|sides)\s[^.;:]{0,100}\band\s+(?:also\s+)?$/iu;

/** Where the English forms stand in a text, in order of their start. UTF-16 offsets. */
export function englishForms(text: string): { from: number; to: number; cue: string }[] {
  const found: { from: number; to: number; cue: string }[] = [];
  const add = (from: number, cue: string) => found.push({ from, to: from + cue.length, cue });
  for (const one of forms) {
    for (const { 0: cue, index } of matchesOf(one, text)) add(index, cue);
  }
  for (const { 0: cue, index } of matchesOf(ofARow, text)) {
    const end = index + cue.length;
    if (isAhead.test(text.slice(Math.max(0, index - 60), index))) continue;
    if (!isToBe.test(text.slice(end, end + 80))) add(index, cue);
  }
  for (const { 0: cue, index } of matchesOf(goesOn, text)) {
    const before = text.slice(Math.max(0, index - 120), index);
    if (nothingDone.test(text.slice(index + cue.length, index + cue.length + 32))) continue;
    if (speakers.test(before.slice(-60)) || goesOnSaying.test(before)) add(index, cue);
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}
