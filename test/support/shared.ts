import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real texts beside the project, which are not part of it. */
export const shared = resolve(__dirname, '../../../shared');

/** Skips the running test with a message where a real text it needs is not there. */
export function needs(context: Mocha.Context, ...path: string[]): string {
  const place = join(shared, ...path);
  if (!existsSync(place)) {
    console.log(`      skipped: ${join('../shared', ...path)} is not here`);
    context.skip();
  }
  return place;
}
