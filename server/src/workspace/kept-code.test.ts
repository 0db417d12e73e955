import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKept } from './kept-code.ts';

/** A program that says where it stands and what it can reach, and one of its many functions. */
const program = `const { sep } = require('node:path');
exports.said = [__filename, __dirname, sep, typeof module];
exports.double = (n) => 2 * n;
${Array.from({ length: 200 }, (_, i) => `exports.f${i} = (n) => { return n + ${i}; };`).join('\n')}
`;

describe('a program whose code is kept', () => {
  let desk: string;
  let path: string;
  let folder: string;
  const kept = () => readdirSync(folder).map((name) => join(folder, name));
  const onlyFile = () => kept()[0] as string;
  const mtime = () => statSync(onlyFile()).mtimeMs;
  type Exports = { said: string[]; double: (n: number) => number };

  beforeEach(() => {
    desk = mkdtempSync(join(tmpdir(), 'readout-code-'));
    [path, folder] = [join(desk, 'program.js'), join(desk, 'made', 'late')];
    writeFileSync(path, program);
  });

  afterEach(() => rmSync(desk, { recursive: true, force: true }));

  async function run(): Promise<Exports> {
    const { exports, keep } = startKept(path, folder);
    await keep();
    return exports as Exports;
  }

  it('runs as it would by itself, the first time and again', async () => {
    for (let time = 0; time < 3; time++) {
      const { said, double } = await run();
      assert.deepEqual(said, [path, desk, join('a', 'b')[1], 'object']);
      assert.equal(double(21), 42);
    }
    assert.equal(kept().length, 1);
  });

  it('is kept once', async () => {
    await run();
    const before = readFileSync(onlyFile());
    const long = new Date(Date.now() - 1000);
    utimesSync(onlyFile(), long, long);
    const { ino } = statSync(onlyFile());
    await run();
    assert.equal(statSync(onlyFile()).ino, ino);
    assert.deepEqual(readFileSync(onlyFile()), before);
  });

  it('runs anew where it is another', async () => {
    await run();
    writeFileSync(path, program.replace('2 * n', '4 * n'));
    const later = new Date(Date.now() + 10_000);
    utimesSync(path, later, later);
    assert.equal((await run()).double(21), 84);
    assert.equal(kept().length, 2);
  });

  it('runs anew, and is kept again, where what was kept is not whole', async () => {
    await run();
    const whole = readFileSync(onlyFile());
    const changed = Buffer.from(whole);
    changed[200] = (changed[200] as number) ^ 1;
    for (const broken of [whole.subarray(0, 300), changed, Buffer.alloc(0), whole.subarray(30)]) {
      writeFileSync(onlyFile(), broken);
      assert.equal((await run()).double(21), 42);
      assert.ok(readFileSync(onlyFile()).length > 1000);
    }
  });

  it('goes when nobody has started it in a quarter of a year, and not before', async () => {
    await run();
    const first = onlyFile();
    const old = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
    utimesSync(first, old, old);
    await run();
    // The time is set beside the start, which nobody waits for.
    while (mtime() < Date.now() - 60_000) await new Promise((resolve) => setImmediate(resolve));
    utimesSync(first, old, old);
    const other = join(desk, 'other.js');
    writeFileSync(other, program);
    await startKept(other, folder).keep();
    assert.equal(kept().includes(first), false);
    assert.equal(kept().length, 1);
  });

  it('runs where nothing can be kept, and says why', async () => {
    const { exports, keep } = startKept(path, join(path, 'below'));
    assert.equal((exports as Exports).double(21), 42);
    await assert.rejects(keep(), /ENOTDIR|EEXIST|ENOENT/);
  });
});
