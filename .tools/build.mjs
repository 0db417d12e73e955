// Builds the bundles the package ships: `node .tools/build.mjs [--dev] [--watch]`.
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { bundlesOf } from './bundles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/**
 * The most a minified server bundle may weigh, in bytes. A server that does nothing weighs 190 kB,
 * and the YAML library 95 kB; the comparison of a revised source with the old one brought 18 kB more, the
 * register as page, graph, calendar and annotations 16 kB, the codebook that holds 5 kB, what is kept for the next
 * start 6 kB. What is over this is a library that came in by mistake.
 */
const serverBudget = 1056 * 1024;

/** The most the script of the reading view may weigh, in bytes: it draws, and knows nothing of the language. */
const pageBudget = 16 * 1024;

/** The most the reader of PDFs may weigh, in bytes: PDF.js alone is 1.6 MB. */
const pdfBudget = 1700 * 1024;

const budgetOf = (outfile) => {
  if (outfile.startsWith('server/dist/pdf-')) return pdfBudget;
  if (outfile.startsWith('server/')) return serverBudget;
  return outfile.includes('reading-view') ? pageBudget : Number.POSITIVE_INFINITY;
};

const bundles = bundlesOf(dev);

if (watch) await watchAll();
else await buildAll();

async function buildAll() {
  // esbuild tells the reader what is wrong; the others are built all the same.
  const results = await Promise.allSettled(bundles.map((options) => build(options)));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  let tooLarge = false;
  for (const [index, { outfile, banner }] of bundles.entries()) {
    if (results[index]?.status === 'rejected') continue;
    const file = `${root}/${outfile}`;
    if (!dev && outfile.startsWith('server/')) writeAscii(file);
    if (banner) chmodSync(file, 0o755);
    const { size } = statSync(file);
    const budget = budgetOf(outfile);
    const over = !dev && size > budget;
    tooLarge ||= over;
    console.log(
      `${outfile}  ${(size / 1024).toFixed(0)} kB${over ? `, over the budget of ${budget / 1024} kB` : ''}`,
    );
  }
  if (tooLarge) process.exitCode = 1;
}

/**
 * Writes what is no ASCII as escapes, in regular expressions too, where the bundler leaves it: for one letter that
 * takes two bytes Node keeps the whole program in two bytes a letter.
 */
function writeAscii(file) {
  const code = readFileSync(file, 'utf8');
  // Behind a backslash an escape would be something else.
  if (/\\[^\0-\x7f]/.test(code)) throw new Error(`${file} has a letter that cannot be escaped.`);
  const unit = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, code.replace(/[^\0-\x7f]/g, unit));
}

async function watchAll() {
  for (const options of bundles) {
    const running = await context({ ...options, logLevel: 'info' });
    await running.watch();
  }
}
