import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { isManageable } from './globs.ts';

describe('a glob', () => {
  it('can be compared with any path where it is one that people write', () => {
    for (const glob of ['drafts', '**/*.old.readout', '**/{a,b}/*-v[0-9]*.{readout,md}', '会議/*'])
      assert.ok(isManageable(glob), glob);
  });

  it('cannot where it is too long, or has too many wildcards or alternatives', () => {
    for (const glob of ['a'.repeat(1001), '*a*a*a*a*a', '*/'.repeat(9), '{a,b}'.repeat(9)])
      assert.ok(!isManageable(glob), glob);
  });

  it('of those that can takes no time that a person would feel', () => {
    const options = { dot: true, nonegate: true, noextglob: true };
    const path = `${'a'.repeat(60)}/`.repeat(4) + 'a'.repeat(60);
    for (const glob of ['*a*a*a*b', '*a*a*b/*a*a*b', '{a,aa}'.repeat(8), '+(a|aa)'.repeat(100)]) {
      assert.ok(isManageable(glob), glob);
      const before = process.cpuUsage();
      assert.ok(!picomatch(glob, options)(path));
      const { user } = process.cpuUsage(before);
      assert.ok(user < 1e6, `${glob}: ${user / 1000} ms`);
    }
  });
});
