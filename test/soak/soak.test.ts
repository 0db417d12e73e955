import { fuzz } from './fuzz.ts';
import { walk } from './history.ts';

// `npm run soak` does the same for as long as one likes.
describe('a long history', () => {
  it('leaves findings and answers as they are from scratch', async () => {
    await walk({ steps: 1500, seed: 20310502 });
  }).timeout(120_000);
});

describe('random and mutated texts', () => {
  it('are read, judged and asked about at any place; nothing throws, and every byte stays', () => {
    fuzz(1500, 20310502);
  }).timeout(120_000);
});
