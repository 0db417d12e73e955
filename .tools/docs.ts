// Writes docs/rules anew from the rules, and takes away pages of rules that are no more.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../server/src/rules/pages.ts';

const folder = join(__dirname, '../docs/rules');
const made = pages();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(join(folder, name));
for (const [name, text] of made) writeFileSync(join(folder, name), text);
console.log(`${made.size} pages in docs/rules`);
