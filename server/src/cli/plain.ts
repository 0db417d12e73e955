/**
 * Words on one line of a terminal. Control characters become U+FFFD: out of a text that somebody has sent, they could
 * wipe the screen or colour all that follows.
 */
export const plain = (words: string): string => words.replace(/\p{Cc}/gu, '\uFFFD');
