/** Phrases that say a text goes back to an earlier one, by language. */
export const builtinCues: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    [
      ...['as agreed', 'as announced', 'as confirmed', 'as decided', 'as discussed', 'as noted'],
      ...['as outlined', 'as set out', 'as stated', 'agreed at', 'agreed in', 'announced at'],
      ...['announced in', 'decided at', 'adopted at', 'launched at', 'signed at', 'established at'],
      ...[
        'in accordance with',
        'in line with',
        'consistent with',
        'pursuant to',
        'on the basis of',
      ],
      ...['building on', 'build on', 'built on', 'following up on', 'follow-up to', 'further to'],
      ...['in continuation of', 'in keeping with', 'recalled', 'recalling', 'reaffirmed'],
      ...['reaffirming', 'reiterated', 'reiterating', 'renewed their', 'once again', 'continue to'],
      ...['continued to', 'remain committed', 'since their last meeting', 'since the last meeting'],
      ...['at their last meeting', 'at the last meeting', 'at the previous meeting'],
      ...['last year’s', 'previously agreed', 'earlier commitment', 'their commitment made'],
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
        '前回の会合',
        '前回会合',
        '前回の会談',
      ],
      ...['を踏まえ', 'に基づき', 'に基づいて', 'に従い', 'に従って', 'に沿って', 'に則り'],
      ...[
        '引き続き',
        '合意された',
        '合意に基づ',
        '発表された',
        '発出された',
        '確認された',
        '繰り返し',
      ],
      ...['フォローアップ', '継続して', '昨年の'],
    ],
  ],
]);
