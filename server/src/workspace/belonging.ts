import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { isManageable } from '../core/codebook/globs.ts';
import { folderOf } from './collections.ts';
import { isPassedOver } from './files.ts';

/** Where rules about the files below a folder come from: git's two files, and globs of two people. */
type Source = 'gitignore' | 'git-exclude' | 'settings' | 'codebook';

/** What is known of a folder and the folders above it, so that a name in it costs one look. */
interface Within {
  readonly isIn: boolean;
  /** Whether it is a folder that is read, or lies below one. */
  readonly isBelowTop: boolean;
  readonly rules: readonly Placed[];
}

/** A rule with the way from its folder to this one: nothing, or names with a slash after each. */
interface Placed {
  readonly rule: Rule;
  readonly way: string;
}

interface Rule {
  /** Whether a path below the rule's folder is left out, taken in again, or not meant. */
  readonly says: (path: string, isFolder: boolean) => 'out' | 'in' | undefined;
  /** Whether it is git's, so that a nearer one of git's may take in again what this one leaves out. */
  readonly isGit: boolean;
}

export type Belonging = ReturnType<typeof createBelonging>;

/**
 * The one predicate for what belongs to a workspace, for reading folders and for what happens to files
 * later. Left out are folders of tools, what git ignores, what the editor hides and what a codebook
 * excludes; the nearest of git's files to speak of a path decides, as in git.
 */
export function createBelonging(log: (line: string) => void = () => {}) {
  const tops = new Set<string>();
  const given = new Map<string, Map<Source, { readonly said: string; readonly rule: Rule }>>();
  let known = new Map<string, Within>();

  function within(folder: string): Within {
    const before = known.get(folder);
    if (before) return before;
    const made = judge(folder);
    known.set(folder, made);
    return made;
  }

  function judge(folder: string): Within {
    const above = hasParent(folder) ? within(folderOf(folder)) : outermost;
    const name = nameOf(folder);
    const isOut = above.rules.length > 0 && isLeftOut(above, name, true);
    const isTop = tops.has(folder);
    const isBelowTop = isTop || above.isBelowTop;
    const isTool = above.isBelowTop && isPassedOver(name);
    // A folder that a person has opened counts, whatever stands further up.
    const inherited = isTop && isOut ? [] : above.rules;
    const rules = inherited.map(({ rule, way }) => ({ rule, way: `${way}${name}/` }));
    for (const { rule } of given.get(folder)?.values() ?? []) rules.push({ rule, way: '' });
    return { isIn: isTop || (above.isIn && !isTool && !isOut), isBelowTop, rules };
  }

  function isLeftOut({ rules }: Within, name: string, isFolder: boolean): boolean {
    let git: 'out' | 'in' | undefined;
    for (let i = rules.length - 1; i >= 0; i--) {
      const { rule, way } = rules[i] as Placed;
      if (rule.isGit && git) continue;
      const says = rule.says(way + name, isFolder);
      if (rule.isGit) git = says;
      else if (says) return true;
    }
    return git === 'out';
  }

  /** Takes what a source says of a folder, nothing when it is gone; tells whether that is new. */
  function take(folder: string, source: Source, said: string, make: () => Rule): boolean {
    const sources = given.get(folder);
    if ((sources?.get(source)?.said ?? '') === said) return false;
    known = new Map();
    if (!said) sources?.delete(source);
    else if (sources) sources.set(source, { said, rule: make() });
    else given.set(folder, new Map([[source, { said, rule: make() }]]));
    return true;
  }

  /** The patterns that names can be compared with in good time; of the others the log tells. */
  function manageable(patterns: readonly string[], of: string): string[] {
    return patterns.filter((one) => {
      const isGood = isManageable(one);
      const start = one.slice(0, 80);
      if (!isGood)
        log(`A pattern of ${of} is passed over, for comparing it could take hours: ${start}`);
      return isGood;
    });
  }

  return {
    /** Whether a file belongs, as far as its place and name say. */
    file: (uri: string): boolean => {
      const folder = within(folderOf(uri));
      return folder.isIn && !(folder.rules.length && isLeftOut(folder, nameOf(uri), false));
    },
    folder: (uri: string): boolean => within(uri).isIn,
    addTop: (folder: string): void => {
      tops.add(folder);
      known = new Map();
    },
    removeTop: (folder: string): void => {
      tops.delete(folder);
      known = new Map();
    },
    /** The text of a `.gitignore` or `.git/info/exclude`; tells whether anything differs. */
    takeIgnored: (uri: string, text: string): boolean => {
      const own = uri.endsWith('/.gitignore');
      const folder = own ? folderOf(uri) : uri.slice(0, -'/.git/info/exclude'.length);
      return take(folder, own ? 'gitignore' : 'git-exclude', text, () =>
        gitRule(manageable(text.split(/\r?\n/), uri)),
      );
    },
    /** Globs that leave files and folders below a folder out; tells whether anything differs. */
    takeGlobs: (
      folder: string,
      source: 'settings' | 'codebook',
      globs: readonly string[],
    ): boolean =>
      take(folder, source, globs.length ? JSON.stringify(globs) : '', () =>
        globRule(
          manageable(globs, source === 'settings' ? 'files.exclude' : `${folder}/readout.yaml`),
        ),
      ),
  };
}

/** Whether a folder lies in another one: `file:///c` does, `file://` and `memfs://desk` do not. */
const hasParent = (folder: string): boolean => /^[^/]+:\/\/[^/]*\/./.test(folder);

const outermost: Within = { isIn: true, isBelowTop: false, rules: [] };

function gitRule(lines: string[]): Rule {
  const rules: Ignore = ignore({ ignorecase: false }).add(lines);
  return {
    isGit: true,
    says: (path, isFolder) => {
      const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
      return ignored ? 'out' : unignored ? 'in' : undefined;
    },
  };
}

function globRule(globs: readonly string[]): Rule {
  const patterns = globs.map((glob) => glob.replace(/\/+$/, ''));
  const matches = picomatch(patterns, { dot: true, nonegate: true, noextglob: true });
  return { isGit: false, says: (path) => (matches(path) ? 'out' : undefined) };
}

/** The name at the end of a URI, as a person writes it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a file says what git ignores. */
export const isIgnoreFile = (uri: string): boolean =>
  uri.endsWith('/.gitignore') || uri.endsWith('/.git/info/exclude');
