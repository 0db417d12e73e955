const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const LATIN = /\p{Script=Latin}/gu;

// The small words that make up about a third of any prose in the language.
const SMALL_WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|of|and|to|in|that|for|with|will|their|on|its|by|is|was|were|a)\b/gi,
  fr: /\b(?:le|la|les|des|du|et|en|que|qui|dans|pour|une|un|aux|leur|par|est)\b/gi,
  es: /\b(?:el|la|los|las|de|del|y|en|que|para|una|un|por|con|se|su|al)\b/gi,
  de: /\b(?:der|die|das|und|in|den|von|zu|mit|auf|für|dem|des|ist|im|sich|eine)\b/gi,
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language tag of a text of some length, told by script and small words; undefined where it is not plain. */
export const languageOf = (text: string): string | undefined => {
  const letters = count(text, /\p{L}/gu);
  if (letters < 40) return undefined;
  const share = (pattern: RegExp): number => count(text, pattern) / letters;
  if (share(HANGUL) > 0.6) return 'ko';
  if (share(HAN) + share(KANA) > 0.6)
    return share(KANA) > 0.1 ? 'ja' : share(KANA) === 0 ? 'zh' : undefined;
  return share(LATIN) > 0.9 ? byWords(text) : undefined;
};

const byWords = (text: string): string | undefined => {
  const words = count(text, /\p{L}+/gu);
  const ranked = Object.entries(SMALL_WORDS)
    .map(([lang, pattern]) => ({ lang, share: count(text, pattern) / words }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (!first || !second || words < 12) return undefined;
  return first.share > 0.15 && first.share > 2 * second.share ? first.lang : undefined;
};
