import type { Ladders } from '../codebook.ts';

/** The three ladders, weakest rung first. There is no official order: a codebook may change it. */
export const builtinLadders: Ladders = {
  stance: [
    ['discuss', 'exchange views', 'recall'],
    ['note', 'take note'],
    ['acknowledge', 'recognize', 'share'],
    ['appreciate', 'welcome', 'express concern'],
    ['support', 'commend', 'oppose', 'should not'],
    ['stress', 'emphasize', 'underscore'],
    ['affirm', 'confirm', 'endorse', 'regret', 'deplore', 'not tolerate'],
    ['reaffirm', 'reiterate', 'condemn'],
  ],
  directive: [
    ['invite', 'encourage'],
    ['call for', 'call on', 'call upon'],
    ['recommend'],
    ['request', 'ask'],
    ['urge'],
    ['warn'],
    ['demand', 'insist'],
  ],
  commissive: [
    ['consider', 'explore', 'study'],
    ['hope', 'look forward'],
    ['intend', 'plan', 'aim', 'seek'],
    ['strive', 'endeavour', 'work to'],
    ['continue', 'remain committed'],
    ['will'],
    ['agree', 'concur'],
    ['commit', 'pledge', 'undertake'],
    ['resolve', 'determined'],
    ['decide', 'shall', 'sign'],
  ],
};

/** Force on this lemma's rung or above makes a commitment. */
export const builtinCommitmentLine = 'plan';
