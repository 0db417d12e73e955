import { readFileSync } from 'node:fs';
import { sayAll } from '../rules/rule.ts';
import { Refused, refusalOf } from './refused.ts';
import type { Found } from './report.ts';

/** The findings of an earlier run, which are not told again. */
export interface Baseline {
  /** The findings that are new, in their order. */
  readonly fresh: (found: readonly Found[]) => readonly Found[];
  /** How many were not, so far. */
  readonly leftOut: () => number;
}

/**
 * The baseline in a file that `readout check --format json` has written. A finding is known by what it says of
 * which file, not by its line, so that it stays known when the text above it grows; of several that say the same
 * as many are left out as there were. Throws `Refused` where the file is none.
 */
export function readBaseline(path: string): Baseline {
  const counts = new Map<string, number>();
  for (const one of earlierFindings(path)) {
    const name = nameOf(one);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let leftOut = 0;
  const isFresh = (found: Found): boolean => {
    const name = nameOf({ ...found, message: sayAll(found.message) });
    const known = counts.get(name) ?? 0;
    if (!known) return true;
    counts.set(name, known - 1);
    leftOut++;
    return false;
  };
  return { fresh: (found) => found.filter(isFresh), leftOut: () => leftOut };
}

interface Earlier {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

const nameOf = ({ file, code, message, target }: Earlier): string =>
  JSON.stringify([file, code, message, target]);

function earlierFindings(path: string): readonly Earlier[] {
  const report = parsed(path) as { version?: unknown; findings?: unknown } | null;
  const findings = report?.version === 1 ? report.findings : undefined;
  if (Array.isArray(findings) && findings.every((one) => one instanceof Object)) return findings;
  throw noBaseline(path);
}

function parsed(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Refused(`${path}: ${refusalOf(error)}`);
  }
  try {
    // The PowerShell of Windows writes what is sent into a file in UTF-16, with a mark before it.
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return JSON.parse(bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw noBaseline(path);
  }
}

const noBaseline = (path: string): Refused =>
  new Refused(`${path} is no baseline. Make one with readout check --format json > ${path}`);
