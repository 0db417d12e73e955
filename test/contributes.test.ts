import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path));
const { contributes, activationEvents } = json('package.json');

/** Relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2, *relative luminance*). */
function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('what the extension brings into the editor', () => {
  it('begins with a walkthrough in both languages', () => {
    const steps: { media: { markdown: string } }[] = contributes.walkthroughs[0].steps;
    for (const { media } of steps) {
      // The editor looks for the page of its language beside the one that is named.
      const japanese = media.markdown.replace(/\.md$/, '.nls.ja.md');
      assert.match(read(japanese), /^### .*[\u3040-\u30ff\u4e00-\u9fff]/, japanese);
      assert.match(read(media.markdown), /^### \w/);
    }
  });

  it('keeps the blanks of a sentence for what is filled in, in both languages', () => {
    const blanks = (words: string): string[] => [...new Set(words.match(/\{\d\}/g))].sort();
    for (const [english, japanese] of Object.entries<string>(
      json('client/l10n/bundle.l10n.ja.json'),
    )) {
      assert.deepEqual(blanks(japanese), blanks(english), english);
    }
  });

  it('writes no signs into its walkthrough and its welcome that stand there as they are', () => {
    for (const file of ['package.nls.json', 'package.nls.ja.json']) {
      for (const [key, words] of Object.entries<string>(json(file))) {
        // The editor knows links and doubled signs there, not the Markdown of settings and pages.
        if (/^(walkthrough|welcome)\./.test(key)) assert.doesNotMatch(words, /[*_`]/, key);
      }
    }
  });

  it('says one thing by one word in Japanese, with the signs of Japanese', () => {
    const texts = { ...json('package.nls.ja.json'), ...json('client/l10n/bundle.l10n.ja.json') };
    const japanese = '[\\u3040-\\u30ff\\u4e00-\\u9fff」]';
    for (const [key, words] of Object.entries<string>(texts)) {
      const plain = words
        .replace(/\]\(command:[^)]*\)|`[^`]*`/g, '')
        .replace(/「[^」]*」/g, '「」');
      assert.doesNotMatch(plain, new RegExp(`${japanese}[(:?]|[)]${japanese}`), key);
      assert.doesNotMatch(plain, /コミットメント|コレクション|マーク/, key);
    }
  });

  it('wakes for every ending of the language', () => {
    for (const ending of contributes.languages[0].extensions) {
      assert.ok(activationEvents.includes(`workspaceContains:**/*${ending}`), ending);
    }
  });

  it('has colours that can be read in the themes they are for', () => {
    const grounds = [
      ['light', '#ffffff', 4.5],
      ['dark', '#1f1f1f', 4.5],
      ['highContrast', '#000000', 7],
      ['highContrastLight', '#ffffff', 7],
    ] as const;
    const pale = contributes.colors.flatMap(
      ({ id, defaults }: { id: string; defaults: Record<string, string> }) =>
        grounds.flatMap(([theme, ground, least]) => {
          const color = defaults[theme] ?? '';
          if (!color.startsWith('#')) return [];
          const found = contrast(color, ground);
          return found < least ? [`${id} ${theme} ${color}: ${found.toFixed(2)}`] : [];
        }),
    );
    assert.deepEqual(pale, []);
  });
});
