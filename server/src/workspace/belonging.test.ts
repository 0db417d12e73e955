import assert from 'node:assert/strict';
import { createBelonging } from './belonging.ts';

const top = 'file:///desk/ana/c';
const uri = (path: string) => `${top}/${path}`;

/** A predicate over a folder, with rules by their file or source. */
function belongingOf(rules: Readonly<Record<string, string>> = {}) {
  const belonging = createBelonging();
  belonging.addTop(top);
  for (const [path, text] of Object.entries(rules)) belonging.takeIgnored(uri(path), text);
  const out = (...paths: string[]) => paths.filter((path) => !belonging.file(uri(path)));
  return { belonging, out };
}

describe('what belongs', () => {
  it('leaves out folders of tools, below what is read and not above it', () => {
    const { out } = belongingOf();
    assert.deepEqual(out('a.readout', '.cache/a.readout', 'x/node_modules/y/a.readout'), [
      '.cache/a.readout',
      'x/node_modules/y/a.readout',
    ]);
    const belonging = createBelonging();
    belonging.addTop('file:///desk/.config/c');
    assert.ok(belonging.file('file:///desk/.config/c/a.readout'));
    assert.ok(belonging.file('file:///elsewhere/.x/a.readout'));
  });

  it('leaves out what git ignores, the nearest file deciding', () => {
    const { out } = belongingOf({
      '.gitignore': '# old\n*.old.readout\n/drafts\nbuild/\n!keep.old.readout\n',
      'deep/.gitignore': '!special.old.readout\n/local.readout\n',
      '.git/info/exclude': 'private.readout\n',
    });
    assert.deepEqual(out('a.readout', 'keep.old.readout', 'deep/special.old.readout'), []);
    const left = ['x.old.readout', 'deep/x.old.readout', 'drafts/a.readout', 'x/build/y/a.readout'];
    const more = ['deep/local.readout', 'private.readout', 'deep/private.readout'];
    assert.deepEqual(out(...left, ...more), [...left, ...more]);
    assert.deepEqual(out('deep/drafts/a.readout', 'local.readout'), []);
  });

  it('takes nothing in again below a folder that is left out', () => {
    const { out } = belongingOf({ '.gitignore': 'drafts/\n', 'drafts/.gitignore': '!a.readout\n' });
    assert.deepEqual(out('drafts/a.readout'), ['drafts/a.readout']);
  });

  it('takes rules whose lines end as on other systems', () => {
    const { out } = belongingOf({ '.gitignore': 'drafts/\r\n*.old.readout\r\n' });
    const left = ['drafts/a.readout', 'b.old.readout'];
    assert.deepEqual(out(...left, 'c.readout'), left);
  });

  it('reads names as people write them', () => {
    const { out } = belongingOf({ '.gitignore': 'old texts/\n会談.readout\n' });
    const left = ['old%20texts/a.readout', '%E4%BC%9A%E8%AB%87.readout'];
    assert.deepEqual(out(...left, 'a%20b.readout', '%FF.readout'), left);
  });

  it('leaves out what the editor hides and a codebook excludes, whatever git says', () => {
    const { belonging, out } = belongingOf({ 'x/.gitignore': '!*\n' });
    belonging.takeGlobs(top, 'settings', ['**/hidden', '**/*.tmp.readout']);
    belonging.takeGlobs(uri('x'), 'codebook', ['drafts/', 'a/*.readout']);
    const left = ['hidden/a.readout', 'x/hidden/a.readout', 'x/b.tmp.readout'];
    const more = ['x/drafts/y/a.readout', 'x/a/b.readout'];
    assert.deepEqual(out(...left, ...more), [...left, ...more]);
    assert.deepEqual(out('drafts/a.readout', 'a/b.readout', 'x/a/b/c.readout'), []);
  });

  it('knows the rules above an opened folder, but reads one that is itself ignored', () => {
    const above = 'file:///desk/ana/.gitignore';
    const { belonging, out } = belongingOf();
    belonging.takeIgnored(above, '*.old.readout\n');
    assert.deepEqual(out('a.readout', 'x.old.readout'), ['x.old.readout']);
    belonging.takeIgnored(above, '*.old.readout\nc/\n');
    assert.deepEqual(out('a.readout', 'x.old.readout'), []);
  });

  it('tells whether a rule is new, and forgets one that is gone', () => {
    const { belonging, out } = belongingOf();
    assert.equal(belonging.takeIgnored(uri('.gitignore'), 'a.readout'), true);
    assert.equal(belonging.takeIgnored(uri('.gitignore'), 'a.readout'), false);
    assert.deepEqual(out('a.readout'), ['a.readout']);
    assert.equal(belonging.takeIgnored(uri('.gitignore'), ''), true);
    assert.deepEqual(out('a.readout'), []);
    assert.equal(belonging.takeGlobs(top, 'settings', []), false);
    assert.equal(belonging.takeGlobs(top, 'settings', ['a.readout']), true);
    assert.equal(belonging.takeGlobs(top, 'settings', ['a.readout']), false);
  });

  it('works in every scheme, and for documents without a folder', () => {
    const belonging = createBelonging();
    belonging.addTop('memfs://desk/c');
    belonging.takeIgnored('memfs://desk/c/.gitignore', 'x/');
    assert.deepEqual(
      ['memfs://desk/c/a.readout', 'memfs://desk/c/x/a.readout', 'untitled:Untitled-1'].map(
        belonging.file,
      ),
      [true, false, true],
    );
    assert.ok(belonging.folder('file://'));
  });

  it('passes over a pattern that could take hours, and says so in the log', () => {
    const log: string[] = [];
    const belonging = createBelonging((line) => log.push(line));
    belonging.addTop(top);
    const stars = '*a'.repeat(40);
    belonging.takeIgnored(uri('.gitignore'), `${stars}\ndrafts/\n`);
    belonging.takeGlobs(top, 'settings', [stars, 'old']);
    assert.ok(belonging.file(uri(`${'a'.repeat(200)}.readout`)));
    assert.ok(!belonging.file(uri('drafts/a.readout')));
    assert.ok(!belonging.file(uri('old/a.readout')));
    const told = `is passed over, for comparing it could take hours: ${stars}`;
    assert.deepEqual(log, [
      `A pattern of ${uri('.gitignore')} ${told}`,
      `A pattern of files.exclude ${told}`,
    ]);
  });
});
