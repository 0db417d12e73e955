import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { version } from '../../package.json';
import { serve } from './protocol/serve.ts';
import { throughClient } from './protocol/through-client.ts';
import { disk } from './workspace/disk.ts';
import { today } from './workspace/today.ts';

// A server that holds a collection all day should not keep half of its memory for nothing: let the heap
// grow by a fifth of what is alive, where Node would let it double.
setFlagsFromString('--heap-growing-percent=20');

serve(createConnection(ProposedFeatures.all), {
  files: disk,
  throughClient: (connection) =>
    throughClient((method, params) => connection.sendRequest(method, params)),
  today,
  soon: (work) => void setImmediate(work),
  pages: URI.file(join(__dirname, '../../docs/rules')).toString(),
  version,
});
