import { fileURLToPath } from 'node:url';
import adapter from './adapter.mjs';

/** Our server as it starts on a collection that it has never read. */
export default {
  ...adapter,
  name: 'first',
  // Below a file nothing can be kept.
  command: [...adapter.command.slice(0, -1), `--code=${fileURLToPath(import.meta.url)}`],
  initializationOptions: { storage: null },
};
