// A file system in the memory of the browser tab, filled from the folder the server was given.
const vscode = require('vscode');

/** @param {import('vscode').ExtensionContext} context */
exports.activate = async (context) => {
  const source = new URL('/sample.json', context.extensionUri.toString(true));
  const files = await memoryFiles(await (await fetch(source)).json());
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('sample', files, { isCaseSensitive: true }),
    // Without these the editor's quick open and search wait for ever.
    vscode.workspace.registerFileSearchProvider('sample', {
      provideFileSearchResults: ({ pattern }, { folder }) =>
        files.below(folder).filter(({ path }) => resembles(path, pattern)),
    }),
    vscode.workspace.registerTextSearchProvider('sample', {
      provideTextSearchResults: (query, { folder }, progress) => {
        for (const uri of files.below(folder)) {
          for (const match of matches(uri, files.readFile(uri), query)) progress.report(match);
        }
        return {};
      },
    }),
  );
};

/** Whether the letters of the pattern stand in the path, in their order. */
function resembles(path, pattern) {
  const letters = [...path.toLowerCase()][Symbol.iterator]();
  return [...pattern.toLowerCase()].every((wanted) => {
    for (const letter of letters) if (letter === wanted) return true;
    return false;
  });
}

function* matches(uri, bytes, { pattern, isRegExp, isCaseSensitive, isWordMatch }) {
  const source = isRegExp ? pattern : pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const flags = isCaseSensitive ? 'gu' : 'giu';
  const wanted = new RegExp(isWordMatch ? `\\b(?:${source})\\b` : source, flags);
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/);
  for (const [line, text] of lines.entries()) {
    for (const { index, 0: found } of text.matchAll(wanted)) {
      if (found === '') continue;
      const ranges = new vscode.Range(line, index, line, index + found.length);
      const inPreview = new vscode.Range(0, index, 0, index + found.length);
      yield { uri, ranges, preview: { text, matches: inPreview } };
    }
  }
}

/**
 * A file system provider over a map of paths to bytes; folders are entries without bytes.
 * @param {{ folder: string, files: Record<string, string> }} sample paths below the folder, bytes in base 64
 */
async function memoryFiles({ folder, files }) {
  /** @type {Map<string, { bytes?: Uint8Array, mtime: number }>} */
  const entries = new Map([['/', { mtime: Date.now() }]]);
  const changed = new vscode.EventEmitter();
  const { Created, Changed, Deleted } = vscode.FileChangeType;

  const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
  const announce = (type, uri) => changed.fire([{ type, uri }]);
  const find = (uri) => {
    const entry = entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  };
  const addFolder = (path) => {
    if (entries.has(path)) return;
    addFolder(parentOf(path));
    entries.set(path, { mtime: Date.now() });
  };
  const under = (path) => [...entries.keys()].filter((p) => p === path || p.startsWith(`${path}/`));

  for (const [path, base64] of Object.entries(files)) {
    const whole = `/${folder}/${path}`;
    addFolder(parentOf(whole));
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    entries.set(whole, { bytes, mtime: Date.now() });
  }

  return {
    below: (uri) =>
      under(uri.path)
        .filter((path) => entries.get(path)?.bytes)
        .map((path) => uri.with({ path })),
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      const { bytes, mtime } = find(uri);
      const type = bytes ? vscode.FileType.File : vscode.FileType.Directory;
      return { type, ctime: 0, mtime, size: bytes?.length ?? 0 };
    },
    readDirectory(uri) {
      find(uri);
      const inside = [...entries].filter(([p]) => p !== '/' && parentOf(p) === uri.path);
      return inside.map(([path, { bytes }]) => [
        path.slice(path.lastIndexOf('/') + 1),
        bytes ? vscode.FileType.File : vscode.FileType.Directory,
      ]);
    },
    readFile(uri) {
      const { bytes } = find(uri);
      if (!bytes) throw vscode.FileSystemError.FileIsADirectory(uri);
      return bytes;
    },
    writeFile(uri, bytes, { create, overwrite }) {
      const known = entries.has(uri.path);
      if (!known && !create) throw vscode.FileSystemError.FileNotFound(uri);
      if (known && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
      addFolder(parentOf(uri.path));
      entries.set(uri.path, { bytes, mtime: Date.now() });
      announce(known ? Changed : Created, uri);
    },
    createDirectory(uri) {
      addFolder(uri.path);
      announce(Created, uri);
    },
    delete(uri) {
      find(uri);
      for (const path of under(uri.path)) entries.delete(path);
      announce(Deleted, uri);
    },
    rename(from, to, { overwrite }) {
      find(from);
      if (entries.has(to.path) && !overwrite) throw vscode.FileSystemError.FileExists(to);
      for (const path of under(from.path)) {
        entries.set(to.path + path.slice(from.path.length), entries.get(path));
        entries.delete(path);
      }
      changed.fire([
        { type: Deleted, uri: from },
        { type: Created, uri: to },
      ]);
    },
  };
}
