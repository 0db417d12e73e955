import type { ConfigurationItem } from 'vscode-languageserver';
import { rootOf } from '../workspace/collections.ts';
import { defaults, readSettings, type Settings, valueAt } from './settings.ts';

/** What the settings need of the server around them. */
export interface ConfigurationHost {
  /** Asks the client, one answer an item; undefined where the client cannot be asked. */
  readonly ask: (items: ConfigurationItem[]) => Promise<unknown[]> | undefined;
  /** The folders that are open, in our spelling. */
  readonly folders: () => Iterable<string>;
  readonly log: (line: string) => void;
}

/** What was set for a folder. */
export interface Configured {
  readonly settings: Settings;
  /** The globs of `files.exclude` that are switched on: what the editor's explorer does not show. */
  readonly excluded: readonly string[];
}

export type Configuration = ReturnType<typeof createConfiguration>;

/** The sections that are asked for, and watched where the client says when they change. */
export const sections = ['readout', 'files.exclude'];

/** Which folder a file outside all open ones is in. */
const outside = '';

/**
 * The person's settings, folder by folder, as they are now. A client that can be asked is asked again
 * at each change; what another one sends at the start (`initializationOptions`) or at a change
 * (`settings`) holds for all folders.
 */
export function createConfiguration({ ask, folders, log }: ConfigurationHost) {
  let byFolder = new Map<string, Configured>();
  let sent: unknown;
  let asked = 0;
  let complaints = new Set<string>();

  /** The newest settings of every folder; a client that was asked twice has the last word. */
  async function read(): Promise<boolean> {
    asked++;
    const turn = asked;
    const scopes = [outside, ...folders()];
    const items = scopes.flatMap((scopeUri) =>
      sections.map((section) => (scopeUri ? { section, scopeUri } : { section })),
    );
    const answers = await Promise.resolve(ask(items)).catch((error) => {
      log(`The editor did not tell its settings: ${(error as Error).message}`);
      return undefined;
    });
    if (turn !== asked) return false;
    const given = Array.isArray(answers) ? answers : [];
    const found = new Set<string>();
    const next = new Map(
      scopes.map((scope, i) => [scope, configured(given[2 * i], given[2 * i + 1], found)]),
    );
    for (const sentence of found) if (!complaints.has(sentence)) log(sentence);
    complaints = found;
    const differs = JSON.stringify([...next]) !== JSON.stringify([...byFolder]);
    byFolder = next;
    return differs;
  }

  function configured(section: unknown, exclude: unknown, found: Set<string>): Configured {
    const settings = readSettings(section ?? valueAt(sent, 'readout'), (one) => found.add(one));
    const globs = Object.entries(exclude ?? valueAt(sent, 'files.exclude') ?? {});
    return { settings, excluded: globs.flatMap(([glob, on]) => (on === true ? [glob] : [])) };
  }

  const at = (uri: string): Configured | undefined =>
    byFolder.get(uri) ?? byFolder.get(rootOf(uri, byFolder.keys()) ?? outside);

  return {
    /** The settings of a file or folder; outside the open folders, those that hold in general. */
    of: (uri: string): Settings => at(uri)?.settings ?? defaults,
    excluded: (uri: string): readonly string[] => at(uri)?.excluded ?? [],
    /** Asks for all again; tells whether anything differs. */
    read,
    /** Takes what a client sent unasked, then as `read`. */
    take: (given: unknown): Promise<boolean> => {
      if (typeof given === 'object' && given !== null) sent = given;
      return read();
    },
  };
}
