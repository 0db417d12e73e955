import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('same-size.mjs', import.meta.url));
/** What the outline has: marks and headings. */
const outlined = /\]\{|^#+ /gm;

/** How the harness starts the server that answers as much as ours. Its name tells the harness that the answers are constant. */
export default {
  name: 'noop-same-size',
  command: ({ root, manifest }) => {
    const { hot, bench } = manifest;
    const long = readFileSync(join(root, bench.long.file), 'utf8');
    const symbols = long.match(outlined)?.length ?? 1;
    return ['node', server, '--stdio', '--places', hot[0].refs, '--symbols', symbols].map(String);
  },
  ready: { kind: 'none' },
  diagnostics: 'none',
};
