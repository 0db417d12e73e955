import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { rules } from '../server/src/rules/index.ts';

const root = resolve(__dirname, '..');
const passedOver = /^(node_modules|dist|coverage|\.git|\.cache)$/;

/** Every file below a folder, relative to the project, in order. */
function filesIn(folder: string, endings: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((item) => {
      const path = folder ? `${folder}/${item.name}` : item.name;
      if (item.isDirectory()) return passedOver.test(item.name) ? [] : filesIn(path, endings);
      return endings.test(item.name) ? [path] : [];
    })
    .sort();
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const isTest = (path: string): boolean => path.endsWith('.test.ts');
/** In a file of types alone nothing runs. */
const hasCode = (path: string): boolean =>
  /^export (?:const|(?:async )?function|class)/m.test(read(path));
const sources = ['server/src', 'client/src', 'client/reading-view'].flatMap((folder) =>
  filesIn(folder, /\.ts$/),
);

interface Import {
  /** A package, or a file relative to the project. */
  readonly from: string;
  readonly isType: boolean;
  /** Those in braces that are no types. */
  readonly names: readonly string[];
}

function importsOf(path: string): Import[] {
  const pattern =
    /^import\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|^export\s(type\s)?[{*][^'";]*?\sfrom\s['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;
  return [...read(path).matchAll(pattern)].map(([whole, type, from, passing, onward, late]) => {
    const name = from ?? onward ?? late ?? '';
    const file = name.startsWith('.') ? join(dirname(path), name).split(sep).join('/') : name;
    const listed = /\{([^}]*)\}/.exec(whole)?.[1]?.split(',') ?? [];
    const names = listed.map((one) => one.trim().replace(/ as .*/, ''));
    return {
      from: file,
      isType: (type ?? passing) !== undefined,
      names: names.filter((one) => one && !one.startsWith('type ')),
    };
  });
}

/** What the files of each folder may import: folders of ours, and packages. */
const layers: Readonly<Record<string, { readonly folders: string; readonly packages: RegExp }>> = {
  core: {
    folders: 'core',
    packages: /^(yaml|diff|fastest-levenshtein|@noble\/hashes|@vscode\/l10n)(\/|$)/,
  },
  rules: { folders: 'core rules', packages: /^$/ },
  sources: { folders: 'sources', packages: /^(fflate|htmlparser2|unpdf\/pdfjs)$/ },
  features: { folders: 'core rules features', packages: /^d3-dsv$/ },
  workspace: {
    folders: 'core rules workspace',
    packages: /^(ignore|picomatch|vscode-uri|node:.+)$/,
  },
  cli: {
    folders: 'core rules features sources workspace cli',
    packages: /^(vscode-uri|sarif|package\.json|node:.+)$/,
  },
  protocol: {
    folders: 'core rules features workspace protocol',
    packages: /^(vscode-languageserver|vscode-uri)$/,
  },
};

describe('the project', () => {
  it('keeps its layers: each folder imports only what lies below it', () => {
    const wrong: string[] = [];
    for (const path of sources.filter((one) => one.startsWith('server/src/') && !isTest(one))) {
      const layer = layers[path.split('/')[2] ?? ''];
      for (const { from } of layer ? importsOf(path) : []) {
        const isOurs = layer?.folders
          .split(' ')
          .some((name) => from.startsWith(`server/src/${name}/`));
        if (!isOurs && !layer?.packages.test(from)) wrong.push(`${path} imports ${from}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has a layer for every folder of the server, here and in the linter', () => {
    const folders = readdirSync(join(root, 'server/src'), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map(({ name }) => name);
    assert.deepEqual(folders.sort(), Object.keys(layers).sort());
    const linter = read('.biome.json');
    for (const name of folders) assert.ok(linter.includes(`"server/src/${name}/**"`), name);
  });

  it('knows its hosts in the entries alone', () => {
    const entries = ['server/src/server.ts', 'server/src/browser.ts'];
    const hosts = /^vscode-language(server|client)\/(node|browser)$/;
    const wrong = sources
      .filter((path) => !/\/(node|server|browser)\.ts$/.test(path) && !isTest(path))
      .filter((path) => importsOf(path).some(({ from }) => hosts.test(from)));
    assert.deepEqual(wrong, []);
    for (const path of entries)
      assert.ok(
        importsOf(path).some(({ from }) => hosts.test(from)),
        path,
      );
  });

  it('lets the client know of the server nothing but types', () => {
    const wrong = sources
      .filter((path) => path.startsWith('client/'))
      .flatMap((path) => importsOf(path).map((one) => ({ path, ...one })))
      .filter(({ from, isType }) => from.startsWith('server/') && !isType);
    assert.deepEqual(wrong, []);
  });

  it('asks neither for the time nor for chance where the same text must give the same answer', () => {
    const wrong = sources
      .filter((path) => /^server\/src\/(core|rules|features)\//.test(path) && !isTest(path))
      .filter((path) =>
        /\bDate\.now|new Date\(\)|Math\.random|\bconsole\.|performance\./.test(read(path)),
      );
    assert.deepEqual(wrong, []);
  });

  it('counts offsets below the hosts, and neither lines nor columns', () => {
    const wrong = sources
      .filter((path) => /^server\/src\/(core|rules|features)\//.test(path) && !isTest(path))
      .filter((path) => /\bline, character\b|\.character\b/.test(read(path)));
    assert.deepEqual(wrong, []);
  });

  it('has no source of more than 400 lines', () => {
    const all = [
      ...sources,
      ...filesIn('.tools', /\.(ts|mjs)$/),
      ...filesIn('test', /\.(ts|mjs)$/),
    ];
    const long = all.filter((path) => !isTest(path) && read(path).split('\n').length > 401);
    assert.deepEqual(long, []);
  });

  it('has a file, a test and a page for every rule', () => {
    const wanted = rules.flatMap(({ code }) => [
      `server/src/rules/${code}.ts`,
      `server/src/rules/${code}.test.ts`,
      `docs/rules/${code}.md`,
    ]);
    assert.deepEqual(
      wanted.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('has a test for every feature that an editor asks for', () => {
    const features = new Set(
      sources
        .filter((path) => path.startsWith('server/src/protocol/') && !isTest(path))
        .flatMap((path) => importsOf(path).filter(({ isType }) => !isType))
        .map(({ from }) => from)
        .filter((from) => from.startsWith('server/src/features/')),
    );
    // By a test beside it, or one that asks through test/support.
    const asking = [...sources.filter(isTest), ...filesIn('test/support', /\.ts$/)];
    const tested = new Set(asking.flatMap((path) => importsOf(path).map(({ from }) => from)));
    assert.deepEqual(
      [...features].filter((path) => !tested.has(path)),
      [],
    );
  });

  it('soaks and fuzzes every feature that an editor or the command line asks for', () => {
    const soaked = 'test/support/every-feature.ts';
    const features = (path: string) =>
      importsOf(path).filter(
        ({ from, isType }) => from.startsWith('server/src/features/') && !isType,
      );
    const said = ({ from, names }: Import) => names.map((name) => `${name} of ${from}`);
    const isList = ({ from }: Import, name: string) =>
      new RegExp(`export const ${name} = \\[`).test(read(from));
    const asked = sources
      .filter((path) => /^server\/src\/(protocol|cli)\//.test(path) && !isTest(path))
      .flatMap(features)
      .flatMap((one) => said({ ...one, names: one.names.filter((name) => !isList(one, name)) }));
    const known = new Set(features(soaked).flatMap(said));
    assert.deepEqual(
      [...new Set(asked)].filter((one) => !known.has(one)),
      [],
    );
    const reached = new Set<string>();
    const reach = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { from } of features(path)) reach(from);
    };
    reach(soaked);
    assert.deepEqual(
      sources.filter(
        (path) =>
          path.startsWith('server/src/features/') &&
          !isTest(path) &&
          !reached.has(path) &&
          hasCode(path),
      ),
      [],
    );
  });

  it('takes its packages from any registry, by their hashes', () => {
    interface Locked {
      readonly resolved?: string;
      readonly integrity?: string;
      /** Those of other platforms, of which no hash was seen here. */
      readonly optional?: boolean;
    }
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, Locked>;
    };
    const named = Object.entries(packages).filter(([path]) => path);
    assert.deepEqual(
      named
        .filter(([, { resolved, integrity, optional }]) => resolved || !(integrity || optional))
        .map(([path]) => path),
      [],
    );
  });

  it('names no place of one machine', () => {
    const here = root.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const place = new RegExp(
      `(?<![\\w.}/])(${here}|/(home|Users|root)/\\w|[A-Z]:\\\\+Users)(?![\\w-])|file:///(home|Users)/`,
    );
    const texts = filesIn('', /\.(ts|mjs|json|md|yaml|yml|readout|txt)$|^run$/);
    assert.ok(texts.length > 100);
    const wrong = texts.filter(
      (path) => path !== relative(root, __filename) && place.test(read(path)),
    );
    assert.deepEqual(wrong, []);
  });

  it('looks outside itself for texts in tests and measurements alone', () => {
    const texts = filesIn('', /\.(ts|mjs|json)$/).filter(
      (path) => !/^test\/|\.test\.ts$/.test(path),
    );
    assert.deepEqual(
      texts.filter((path) => /\.\.\/shared\b/.test(read(path))),
      [],
    );
  });
});
