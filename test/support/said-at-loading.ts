// Prints what is said while the server's files are loaded: that would be said before anybody told in which language.
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { config } from '@vscode/l10n';
import { speak } from '../../server/src/core/language.ts';

const root = fileURLToPath(new URL('../../server/src/', import.meta.url));
const layers = /^(?:core|rules|features|workspace|protocol)\b/;
const said = new Set<string>();

function note(_: object, text: string | symbol): undefined {
  said.add(String(text));
}

async function loadAll(): Promise<void> {
  speak({ English: 'another language' });
  config({ contents: new Proxy({}, { get: note }) });
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of sources.filter((one) => layers.test(one)))
    await import(pathToFileURL(`${root}${name}`).href);
  console.log(JSON.stringify([...said]));
}

void loadAll();
