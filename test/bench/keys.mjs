import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { talkTo } from './talking.mjs';

const server = fileURLToPath(new URL('../../server/dist/node.js', import.meta.url));
/** So many letters of a long name stand in a message. */
const toldOf = 30;
const words = 'and the council shall report on the agreed text ';

/**
 * Milliseconds from a key to the findings of its text, at the median, in the harness's text of 200 lines
 * and in that of 5,000, when all that is looked up of the collection has been made ready: the harness
 * types so soon after opening that restatements and their like are still to come. `noop` is a server
 * that answers each key with a constant. `pause` is how long it takes from the last key until a name
 * that was typed is found, which waits for a pause.
 */
export async function timeKeys(folder, noop, count) {
  const { bench } = JSON.parse(readFileSync(`${folder}.manifest.json`, 'utf8'));
  const times = {};
  for (const [name, command] of [
    ['ours', server],
    ['noop', noop],
  ]) {
    const talk = await talkTo(command, folder);
    await talk.begin();
    const texts = [];
    for (const length of ['short', 'long']) texts.push([length, await open(talk, bench[length])]);
    if (name === 'ours') await talk.rested;
    times[name] = {};
    for (const [length, { type }] of texts) {
      times[name][length] = median(await typed(type, count));
    }
    if (name === 'ours') {
      times.pause = {};
      for (const [length, { find }] of texts)
        times.pause[length] = median(await found(find, folder));
    }
    await talk.end();
  }
  return times;
}

/** Opens a text; gives functions that type a key and wait for the findings, or a name until it is found. */
async function open({ uri, connection, heard }, { file, edit }) {
  const document = `${uri}/${file}`;
  const lines = readFileSync(join(fileURLToPath(uri), file), 'utf8');
  let version = 1;
  const { line, char } = edit;
  const findings = (wanted, about = '') =>
    new Promise((resolve) => {
      const listening = connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ uri, version: had, diagnostics }) => {
          if (uri !== document || (had ?? wanted) < wanted) return;
          if (about && !diagnostics.some(({ message }) => message.includes(about))) return;
          listening.dispose();
          resolve();
        },
      );
    });
  const first = findings(1);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: document, languageId: 'readout', version, text: lines },
  });
  await first;
  const change = async (place, text, about) => {
    version++;
    const answered = findings(version, about);
    const from = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document, version },
      contentChanges: [{ range: { start: place, end: place }, text }],
    });
    await answered;
    return heard() - from;
  };
  return {
    type: (key, at) => change({ line, character: char + at }, key),
    find: ({ id, name, aliases }) =>
      [`#${id}`, name, ...aliases].some((words) => lines.includes(words))
        ? undefined
        : change({ line, character: char }, ` ${name} `, name.slice(0, toldOf)),
  };
}

/** Types the names of entities that the text neither names nor links: of others nothing would be said. */
async function found(find, folder) {
  const { entities } = parse(readFileSync(join(folder, 'readout.yaml'), 'utf8'));
  const times = [];
  for (const [id, { name, aliases }] of Object.entries(entities)) {
    const time = await find({ id, name, aliases: aliases ?? [] });
    if (time !== undefined) times.push(time);
    if (times.length === 20) break;
  }
  return times;
}

async function typed(type, count) {
  const times = [];
  for (let at = 0; at < count; at++) times.push(await type(words[at % words.length], at));
  return times;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
