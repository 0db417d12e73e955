import { version } from '../../package.json';
import { check } from './cli/check.ts';
import { codebook } from './cli/codebook.ts';
import { explainCode } from './cli/explain.ts';
import { exportRegister } from './cli/export.ts';
import { fix } from './cli/fix.ts';
import { importFiles } from './cli/import.ts';
import { link } from './cli/link.ts';
import { plain } from './cli/plain.ts';
import { Refused, refusalOf } from './cli/refused.ts';
import { renameNamed } from './cli/rename.ts';
import { reviseFile } from './cli/revise.ts';
import { series } from './cli/series.ts';
import { stripFiles } from './cli/strip.ts';
import { thread } from './cli/thread.ts';
import { lookup } from './core/lookup.ts';
import { onOneLine } from './core/text.ts';

const help = `readout ${version}: commitments in readouts, marked and checked without changing a byte of the source

  readout check [paths…]              find what is wrong, missing or unlinked
      --format pretty|json|sarif|github
                                      how to write it; default pretty
      --as-of DATE                    the day due dates are judged against; default today
      --baseline FILE                 leave out what an earlier --format json has found
      --rule CODE=LEVEL               a level for this run: error, warning, information, hint, off
  readout fix [--dry-run] [paths…]    mend what can be mended without you
      --only CODE                     findings of one code; may be given several times
      --as-of DATE                    as for check
  readout strip FILE…                 write the source of readouts to standard output
  readout strip --check [paths…]      compare each source with the one recorded in sha256
  readout import [--out DIR] FILE…    make FILE.readout.md from a text, a page, a .docx, .odt or .pdf
      --force                         overwrite a readout that is there already
      --join-pages                    put paragraphs together that the ends of pages have broken
  readout revise FILE NEW [--write]   put a corrected source under the annotations of a readout
      --retrieved DATE                the day it was fetched
      --format pretty|json            how to tell what was kept, changed and lost
  readout link --dry-run|--write [paths…]
                                      link what is mentioned and has one meaning
      --only entity|document|restatement
  readout rename OLD NEW --dry-run|--write [path]
                                      rename key#id, key# or #entity everywhere
  readout thread ID [paths…]          what a mark goes back to and what became of it
      --as-of DATE                    as for check
  readout series NAME [paths…]        what a series carried, reworded, brought and dropped
  readout export [paths…]             the register: what was promised, asked and said
      --format csv|json|ndjson|html|mermaid|graphml|ics|jsonld|brat
                                      how to write it; default csv, or as the file is called
      --as-of DATE                    as for check
      --out FILE                      write it to a file; --force overwrites one that is there
  readout codebook [PATH]             the codebook that holds, and where each entry comes from
  readout explain CODE                what a finding means and what to do about it
  readout --version, readout --help

Paths are files or folders, default the current folder. Exit: 0 nothing to mend, 1 something to mend, 2 it could not run.
`;

type Command = (args: readonly string[]) => Promise<number> | number;

const commands: Readonly<Record<string, Command>> = {
  check,
  fix,
  strip: stripFiles,
  import: importFiles,
  revise: reviseFile,
  link,
  rename: renameNamed,
  thread,
  series,
  export: exportRegister,
  codebook,
  explain: explainCode,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') return say(`${version}\n`);
  if (['--help', '-h', 'help', ''].includes(name) || args.includes('--help')) {
    return say(help, name ? 0 : 2);
  }
  const command = lookup(commands, name);
  if (!command) throw new Refused(`There is no command “${name}”. See readout --help.`);
  return command(args);
}

function say(text: string, code = 0): number {
  process.stdout.write(text);
  return code;
}

// A reader that closes the pipe early, such as head, is no failure; how the command ends stays the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`readout: The output could not be written. ${refusalOf(error)}\n`);
  process.exit(2);
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const refused = error instanceof Refused || isUsage(error);
    const words = refused ? plain(onOneLine((error as Error).message)) : (error as Error)?.stack;
    process.stderr.write(`readout: ${words}\n`);
    process.exitCode = 2;
  },
);

/** Whether an error is parseArgs telling of a wrong option. */
const isUsage = (error: unknown): boolean =>
  String((error as { code?: unknown })?.code).startsWith('ERR_PARSE_ARGS');
