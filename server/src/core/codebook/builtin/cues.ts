/**
 * Phrases that say a text goes back to an earlier one, by language: the verbs and formulas of joint
 * statements, resolutions and press releases after meetings. Every form is listed, nothing is stemmed.
 * What takes more than a phrase to tell stands in `core/back-references/english.ts`.
 */
export const builtinCues: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    [
      ...verbs('reaffirm', 're-affirm', 'reiterate', 'restate', 'reconfirm', 'recall', 'reassert'),
      ...verbs('reemphasize', 're-emphasize', 'recommit', 'rededicate'),
      ...[
        'recommitted',
        'recommitting',
        'once again',
        'renewal of',
        'reaffirmation of',
        're-affirmation of',
        'reiteration of',
        'stand by our',
        'stand by their',
      ],
      ...[
        'remain committed',
        'remains committed',
        'remained committed',
        'remain determined',
        'remain ready',
      ],
      ...['remains determined', 'remain resolved', 'remain steadfast', 'remains steadfast'],

      ...['as agreed', 'as announced', 'as confirmed', 'as decided', 'as discussed', 'as noted'],
      ...['as outlined', 'as set out', 'as set forth', 'as stated', 'as pledged', 'as promised'],
      ...['as recommended', 'as called for', 'as reflected in', 'as affirmed'],
      ...['as described in', 'as contained in', 'as amended by', 'as laid out', 'as previously'],
      ...['as provided for', 'as foreseen', 'as envisaged', 'as envisioned', 'as mandated'],
      ...['previously agreed', 'previously announced', 'previously decided', 'previously adopted'],
      ...[
        'earlier commitment',
        'earlier commitments',
        'previous commitment',
        'previous commitments',
      ],
      ...['past commitments', 'commitment made', 'commitments made', 'pledges made', 'pledge made'],
      ...[
        'previous resolution',
        'previous resolutions',
        'previous statements',
        'relevant resolutions',
      ],

      ...[
        'in accordance with',
        'in line with',
        'consistent with',
        'pursuant to',
        'in keeping with',
        'according to',
      ],
      ...['in compliance with', 'in conformity with', 'under the terms of'],
      ...['acting under', 'in the spirit of', 'in fulfilment of', 'in fulfillment of'],

      ...['build on', 'builds on', 'built on', 'building on', 'build upon', 'builds upon'],
      ...[
        'built upon',
        'building upon',
        'following up',
        'following-up',
        'follow up on',
        'followed up on',
      ],
      ...['follow-up to', 'in continuation of', 'having considered', 'carry forward'],

      ...[
        'progress made',
        'progress achieved',
        'progress since',
        'progress under',
        'took stock of',
      ],
      ...['take stock of', 'taking stock of', 'sustain momentum', 'maintain the momentum'],
      ...['last year’s', 'last month’s', 'last week’s'],
    ],
  ],
  [
    'ja',
    [
      ...[
        '再確認',
        '改めて確認',
        '改めて表明',
        '改めて強調',
        '改めて誓',
        '改めてお誓い',
        '重ねて表明',
        '重ねて強調',
        '重ねて確認',
        '重ねて申',
      ],
      ...['前回の会合', '前回会合', '前回の会談', '前回会談', '前回の声明', '前回の共同声明'],
      ...[
        '踏まえ',
        'をふまえ',
        'に基づき',
        'に基づいて',
        'に従い',
        'に従って',
        'に沿って',
        'に則り',
        'にのっとり',
      ],
      ...['引き続き', '引続き', '継続して', '継続的に', 'これまで同様', '従来から', 'かねてから'],
      ...['今後とも', 'これまでも', 'これまでどおり', 'これまで通り', '従来どおり', '従来通り'],
      ...[
        '変わることのない',
        '変わることなく',
        '変えることなく',
        '変わらぬ',
        'あらためて',
        '改めて、',
      ],
      ...[
        '合意された',
        '合意した',
        '合意に基づ',
        '発表された',
        '発出された',
        '確認された',
        '採択された',
      ],
      ...[
        '繰り返し強調',
        '繰り返し表明',
        '繰り返し述べ',
        'フォローアップ',
        '昨年の',
        '先般の',
        '先の会談',
        '先の会合',
        '先月の会合',
      ],
      ...[
        '堅持し',
        '進展を歓迎',
        '進捗を確認',
        'これまでの進展',
        'これまでの取組',
        'これまでの成果',
      ],
    ],
  ],
]);

/** Cues that a reference to the instrument itself answers. */
export const instrumentCues: ReadonlySet<string> = new Set([
  ...['in accordance with', 'in line with', 'consistent with', 'pursuant to', 'in keeping with'],
  ...['in compliance with', 'in conformity with', 'under the terms of', 'acting under'],
  'according to',
  ...['に基づき', 'に基づいて', 'に従い', 'に従って', 'に沿って', 'に則り', 'にのっとり'],
]);

/** The forms of regular verbs. */
function verbs(...lemmas: string[]): string[] {
  return lemmas.flatMap((lemma) => {
    const stem = lemma.replace(/e$/, '');
    return [lemma, `${lemma}s`, `${stem}ed`, `${stem}ing`];
  });
}
