/** What a lemma looks like in a text: every form is listed, nothing is cut off or guessed. */
export interface EnglishVerb {
  readonly lemma: string;
  /** The lemma whose rung it takes where the ladder does not list it itself. */
  readonly like?: string;
  /** Forms of the first word. */
  readonly forms: readonly string[];
  /** The words after it, alternatives of one place in one list. */
  readonly rest?: readonly (readonly string[])[];
  /** What may stand between the first word and the rest: that many words of any sort, or adverbs. */
  readonly gap?: number | 'adverbs';
}

const verb = (lemma: string, forms: string, more: Partial<EnglishVerb> = {}): EnglishVerb => ({
  lemma,
  forms: forms.split(' '),
  ...more,
});

const express = 'express expresses expressed expressing';

export const englishVerbs: readonly EnglishVerb[] = [
  // stance
  verb('discuss', 'discuss discusses discussed discussing'),
  verb('exchange views', 'exchange exchanges exchanged exchanging', {
    rest: [['views', 'opinions']],
    gap: 4,
  }),
  verb('exchange views', 'had held have has hold holding having', {
    rest: [['exchange'], ['of'], ['views', 'opinions']],
    gap: 4,
  }),
  verb('recall', 'recall recalls recalled recalling'),
  verb('note', 'note notes noted noting'),
  verb('take note', 'take takes took taken taking', { rest: [['note']], gap: 2 }),
  verb('acknowledge', 'acknowledge acknowledges acknowledged acknowledging'),
  verb(
    'recognize',
    'recognize recognizes recognized recognizing recognise recognises recognised recognising',
  ),
  verb('share', 'share shares shared sharing'),
  verb('appreciate', 'appreciate appreciates appreciated appreciating'),
  verb('welcome', 'welcome welcomes welcomed welcoming'),
  verb('express concern', express, { rest: [['concern', 'concerns']], gap: 5 }),
  verb('support', 'support supports supported supporting'),
  verb('commend', 'commend commends commended commending'),
  verb('oppose', 'oppose opposes opposed opposing'),
  verb('should not', 'should ought', { rest: [['not']] }),
  verb('should not', "shouldn't shouldn’t"),
  verb('stress', 'stress stresses stressed stressing'),
  verb(
    'emphasize',
    'emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising',
  ),
  verb('underscore', 'underscore underscores underscored underscoring'),
  verb('affirm', 'affirm affirms affirmed affirming'),
  verb('confirm', 'confirm confirms confirmed confirming'),
  verb('endorse', 'endorse endorses endorsed endorsing'),
  verb('regret', 'regret regrets regretted regretting'),
  verb('deplore', 'deplore deplores deplored deploring'),
  verb('not tolerate', 'not never cannot', { rest: [['tolerate', 'tolerated']], gap: 1 }),
  verb('reaffirm', 'reaffirm reaffirms reaffirmed reaffirming re-affirm re-affirms re-affirmed'),
  verb('reiterate', 'reiterate reiterates reiterated reiterating'),
  verb('condemn', 'condemn condemns condemned condemning'),

  // directive
  verb('invite', 'invite invites invited inviting'),
  verb('encourage', 'encourage encourages encouraged encouraging'),
  verb('call for', 'call calls called calling', { rest: [['for']], gap: 'adverbs' }),
  verb('call on', 'call calls called calling', { rest: [['on']], gap: 'adverbs' }),
  verb('call upon', 'call calls called calling', { rest: [['upon']], gap: 'adverbs' }),
  verb('recommend', 'recommend recommends recommended recommending'),
  verb('request', 'request requests requested requesting'),
  verb('ask', 'ask asks asked asking'),
  verb('urge', 'urge urges urged urging'),
  verb('warn', 'warn warns warned warning'),
  verb('demand', 'demand demands demanded demanding'),
  verb('insist', 'insist insists insisted insisting'),

  // commissive
  verb('consider', 'consider considers considered considering'),
  verb('explore', 'explore explores explored exploring'),
  verb('study', 'study studies studied studying'),
  verb('hope', 'hope hopes hoped hoping'),
  verb('look forward', 'look looks looked looking', { rest: [['forward']], gap: 'adverbs' }),
  verb('intend', 'intend intends intended intending'),
  verb('plan', 'plan plans planned planning'),
  verb('aim', 'aim aims aimed aiming'),
  verb('seek', 'seek seeks sought seeking'),
  verb('strive', 'strive strives strove strived striven striving'),
  verb(
    'endeavour',
    'endeavour endeavours endeavoured endeavouring endeavor endeavors endeavored endeavoring',
  ),
  verb('work to', 'work works worked working', { rest: [['to']], gap: 'adverbs' }),
  verb('continue', 'continue continues continued continuing'),
  verb('remain committed', 'remain remains remained remaining', { rest: [['committed']], gap: 2 }),
  verb('will', "will would won't won’t they'll they’ll we'll we’ll"),
  verb('agree', 'agree agrees agreed agreeing'),
  verb('concur', 'concur concurs concurred concurring'),
  verb('commit', 'commit commits committed committing'),
  verb('pledge', 'pledge pledges pledged pledging'),
  verb('undertake', 'undertake undertakes undertook undertaken undertaking'),
  verb('resolve', 'resolve resolves resolved resolving'),
  verb('determined', 'determined'),
  verb('decide', 'decide decides decided deciding'),
  verb('shall', 'shall'),
  verb('sign', 'sign signs signed signing'),

  // Words that say the same as a lemma of the ladders.
  verb('underline', 'underline underlines underlined underlining', { like: 'underscore' }),
  verb('reconfirm', 'reconfirm reconfirms reconfirmed reconfirming', { like: 'reaffirm' }),
  verb('applaud', 'applaud applauds applauded applauding', { like: 'commend' }),
  verb('praise', 'praise praises praised praising', { like: 'commend' }),
  verb('denounce', 'denounce denounces denounced denouncing', { like: 'condemn' }),
  verb('promise', 'promise promises promised promising', { like: 'pledge' }),
  verb('vow', 'vow vows vowed vowing', { like: 'pledge' }),
  verb('express appreciation', express, {
    like: 'appreciate',
    rest: [['appreciation', 'gratitude', 'thanks']],
    gap: 5,
  }),
  verb('express support', express, { like: 'support', rest: [['support']], gap: 5 }),
  verb('express opposition', express, { like: 'oppose', rest: [['opposition']], gap: 5 }),
  verb('express regret', express, { like: 'regret', rest: [['regret', 'regrets']], gap: 5 }),
  verb('express hope', express, { like: 'hope', rest: [['hope', 'hopes']], gap: 5 }),
  verb('express intention', express, {
    like: 'intend',
    rest: [['intention', 'intentions', 'intent']],
    gap: 5,
  }),
  verb('express commitment', express, {
    like: 'commit',
    rest: [['commitment', 'commitments']],
    gap: 5,
  }),
  verb('express determination', express, {
    like: 'determined',
    rest: [['determination', 'resolve']],
    gap: 5,
  }),
];

/** Nouns that bind as their verb does, where a stance verb governs them: "reaffirmed their commitment to". */
export const commitmentNouns: ReadonlyMap<string, string> = new Map([
  ['commitment', 'commit'],
  ['commitments', 'commit'],
  ['pledge', 'pledge'],
  ['pledges', 'pledge'],
  ['promise', 'pledge'],
  ['undertaking', 'undertake'],
  ['determination', 'determined'],
  ['resolve', 'resolve'],
  ['decision', 'decide'],
  ['agreement', 'agree'],
  ['intention', 'intend'],
  ['intentions', 'intend'],
  ['intent', 'intend'],
  ['plan', 'plan'],
  ['plans', 'plan'],
  ['hope', 'hope'],
]);
