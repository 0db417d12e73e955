/** What a document or the occasion of one is called, by the sort of thing it is. */
export type Form = 'call' | 'meeting' | 'summit' | 'visit' | 'statement' | 'text';

const sorts: Readonly<Record<Form, readonly string[]>> = {
  call: ['call', 'calls', 'conversation', 'phone call', 'telephone call', 'videoconference'],
  meeting: [
    ...['meeting', 'meetings', 'session', 'dialogue', 'talks', 'consultations', 'discussions'],
    ...['2+2', 'ministerial', 'conference', 'engagement', 'trilateral', 'bilateral', 'group'],
    ...['discussion', 'council', 'forum', 'committee'],
  ],
  summit: ['summit', 'summits'],
  visit: ['visit', 'trip'],
  statement: ['statement', 'statements'],
  text: [
    ...['declaration', 'communiqué', 'communique', 'readout', 'accord', 'charter', 'pact'],
    ...[
      'principles',
      'framework',
      'agreement',
      'joint vision',
      'action plan',
      'roadmap',
      'memorandum',
    ],
    ...['report', 'address', 'remarks', 'speech'],
  ],
};

/** The forms of single words that head a phrase. */
export const heads: ReadonlyMap<string, Form> = new Map(
  (Object.keys(sorts) as Form[]).flatMap((form) =>
    sorts[form].map((word) => [word, form] as const),
  ),
);

/** These are bodies and things as well, so they head a phrase only beside a date. */
export const bodies: ReadonlySet<string> = new Set([
  ...['group', 'council', 'forum', 'committee', 'framework', 'agreement', 'principles', 'charter'],
  ...[
    'accord',
    'pact',
    'action plan',
    'roadmap',
    'memorandum',
    'report',
    'conference',
    'trilateral',
  ],
  ...[
    'bilateral',
    'address',
    'remarks',
    'speech',
    'discussions',
    'discussion',
    'talks',
    'dialogue',
  ],
]);

export const determiners: ReadonlySet<string> = new Set([
  ...['the', 'their', 'our', 'its', 'his', 'her'],
]);

/** Words before a noun that point at the present one, or at none in particular. */
export const undetermined: ReadonlySet<string> = new Set([
  ...[
    'this',
    'these',
    'that',
    'those',
    'a',
    'an',
    'any',
    'each',
    'every',
    'another',
    'some',
    'all',
  ],
  ...[
    'such',
    'other',
    'no',
    'future',
    'today',
    'current',
    'present',
    'upcoming',
    'next',
    'forthcoming',
  ],
  ...['planned', 'follow-on', 'subsequent', 'proposed', 'regular', 'annual', 'numerous', 'several'],
]);

/** Whose it is: the phrase speaks of the parties to the document itself. */
export const own: ReadonlySet<string> = new Set(['our', 'their', 'its', 'his', 'her']);

/** Words in small letters that may stand between the article and the noun. */
export const modifiers: ReadonlySet<string> = new Set([
  ...['joint', 'trilateral', 'bilateral', 'historic', 'successful', 'inaugural', 'first', 'second'],
  ...[
    'third',
    'fourth',
    'fifth',
    'sixth',
    'last',
    'previous',
    'recent',
    'most',
    'virtual',
    'official',
  ],
  ...['in-person', 'state', 'ministerial', 'leaders', 'leader', 'national', 'security', 'advisors'],
  ...['advisor', 'two', 'phone', 'telephone', 'video', 'productive', 'quadrilateral', 'regional'],
  ...[
    'special',
    'ministers',
    'foreign',
    'defense',
    'defence',
    'prime',
    'president',
    'minister',
    'and',
  ],
  ...['of', 'vice', 'presidents', 'high-level', 'senior', 'recently', 'concluded', 'concluding'],
  ...['earlier', 'landmark', 'press', 'political', 'emergency', 'extraordinary', 'level', 'sides'],
  ...['policy', 'economic', 'strategic', 'final', 'original', 'year', 'month', 'week', 'earlier'],
  ...['presidential', 'secure', 'initial', 'full', 'annual', 'plenary', 'closing'],
]);

/** Words that stand in so many titles and names of meetings that they tell none from another. */
export const generic: ReadonlySet<string> = new Set([
  ...[
    'the',
    'of',
    'and',
    'for',
    'on',
    'in',
    'at',
    'to',
    'by',
    'with',
    'from',
    'between',
    'a',
    'an',
  ],
  ...['president', 'presidents', 'prime', 'minister', 'ministers', 'vice', 'secretary', 'leaders'],
  ...[
    'leader',
    'joint',
    'statement',
    'statements',
    'meeting',
    'meetings',
    'summit',
    'call',
    'readout',
  ],
  ...[
    'national',
    'security',
    'advisor',
    'advisors',
    'adviser',
    'united',
    'states',
    'u.s',
    'us',
    'usa',
  ],
  ...[
    'official',
    'state',
    'visit',
    'visits',
    'first',
    'second',
    'third',
    'trilateral',
    'bilateral',
  ],
  ...[
    'declaration',
    'white',
    'house',
    'press',
    'general',
    'foreign',
    'defense',
    'defence',
    'historic',
  ],
  ...[
    'group',
    'council',
    'dialogue',
    'session',
    'committee',
    'conference',
    'ministerial',
    'readouts',
  ],
  ...[
    'inaugural',
    'last',
    'previous',
    'recent',
    'republic',
    'kingdom',
    'fact',
    'sheet',
    'following',
  ],
  ...[
    'his',
    'her',
    'their',
    'our',
    'its',
    'this',
    'that',
    'two',
    'sides',
    'head',
    'government',
    'nsc',
  ],
  ...[
    'spokesperson',
    'deputy',
    'principal',
    'senior',
    'director',
    'mr',
    'mrs',
    'ms',
    'dr',
    'biden',
  ],
  ...[
    'communiqué',
    'communique',
    'level',
    'leaders-level',
    'special',
    'virtual',
    'strategic',
    'member',
  ],
  ...[
    'international',
    'day',
    'year',
    'month',
    'week',
    'commission',
    'policy',
    'new',
    'global',
    'world',
  ],
  ...['most', 'in-person', 'annual', 'senator', 'chairman', 'chair', 'mission', 'forces', 'stand'],
  ...[
    'announces',
    'announce',
    'announcement',
    'administration',
    'remarks',
    'background',
    'briefing',
  ],
  ...[
    'participates',
    'call',
    'travel',
    'trip',
    'phone',
    'telephone',
    'video',
    'presidential',
    'resolution',
    'resolutions',
    'conversation',
  ],
]);

/** Words that say that what follows, or goes before, has still to come. */
export const stillToCome =
  /\b(?:upcoming|forthcoming|next|(?:look(?:s|ed|ing)?|ahead|forward)\s+(?:forward\s+)?(?:to|of)|invit(?:e|ed|ation|ing)|scheduled|prepar(?:e|ed|ing|ation|ations)|in advance of|ahead of|later this|plans?\s+(?:to|for)|margins of|sidelines of|planned|plan\s+for|planning|intend|will|would|to be held|anticipat(?:e|ed|ion|ing)|leading up to|run-up to|set to|announc(?:e|ed|ing) (?:that )?(?:the|a) (?:visit|summit|meeting)|expect(?:s|ed|ing)?|welcome[ds]?\s+(?:plans|preparations))\b/iu;

/** Words that may stand between a noun and the time that belongs to it. */
export const joining: ReadonlySet<string> = new Set([
  ...['in', 'on', 'of', 'at', 'to', 'with', 'between', 'by', 'from', 'among', 'during'],
  ...['and', 'the', 'held', 'signed', 'adopted', 'issued', 'released', 'hosted', 'launched'],
  ...['convened', 'dated', 'two', 'leaders', 'ministers', 'presidents', 'president', 'prime'],
  ...['minister', 'last', 'earlier', 'this', 'they', 'our', 'their', 'his', 'her', 'its'],
  ...['published', 'announced', 'de', 'von', 'der', 'van', 'al'],
]);

/** What is done with a text or at a meeting, so that its time tells which. */
export const verbs: ReadonlyMap<string, Form> = new Map([
  ['met', 'meeting'],
  ['spoke', 'call'],
  ['announced', 'statement'],
  ['issued', 'statement'],
  ['released', 'statement'],
  ['launched', 'statement'],
  ['discussed', 'meeting'],
  ['signed', 'text'],
  ['adopted', 'text'],
]);
