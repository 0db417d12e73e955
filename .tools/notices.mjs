// Writes THIRD-PARTY-NOTICES.txt, the licences of what the bundles hold: `node .tools/notices.mjs`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlesOf } from './bundles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const intro = `Third-party notices

Readout is made with the packages below, which are part of its bundles. Each stands under its own
licence, given here in full.
`;

/** The folders of the packages that any bundle takes code from. */
export async function bundledPackages() {
  const results = await Promise.all(
    bundlesOf(false).map((options) => build({ ...options, write: false, metafile: true })),
  );
  const files = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = files.flatMap(
    (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
  );
  return [...new Set(folders)].sort();
}

/** The notices of the packages in these folders, by name. Throws where one has no licence to show. */
export function notices(folders) {
  const parts = folders.map((folder) => notice(join(root, ...folder.split('/'))));
  return [intro, ...new Set(parts.sort())].join(`\n${'-'.repeat(72)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const textOf = (pattern) => {
    const file = readdirSync(folder).find((entry) => pattern.test(entry));
    return file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  };
  const own = textOf(/^licen[cs]e(-mit)?(\.(md|txt))?$/i);
  const text = own ?? keptFor(name);
  if (!text || !license) throw new Error(`${name} has no licence that could be shown`);
  // What the package has from others in turn.
  const further = textOf(/^(third-?party-?)?notices?(\.(md|txt))?$/i) ?? (own && keptFor(name));
  return `${[`${name} ${version} (${license})`, text, further].filter(Boolean).join('\n\n')}\n`;
}

/** The licence that a package does not give: its own, or that of what it holds of others. */
function keptFor(name) {
  const file = join(root, '.tools', 'notices', `${name.replace('/', '-')}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(root, 'THIRD-PARTY-NOTICES.txt');
  bundledPackages().then((folders) => writeFileSync(target, notices(folders)));
}
