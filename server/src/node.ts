import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { version } from '../../package.json';
import { serve } from './protocol/serve.ts';
import { throughClient } from './protocol/through-client.ts';
import { disk } from './workspace/disk.ts';

serve(createConnection(ProposedFeatures.all), {
  files: disk,
  throughClient: (connection) =>
    throughClient((method, params) => connection.sendRequest(method, params)),
  today: () => new Date().toLocaleDateString('sv-SE'),
  soon: (work) => void setImmediate(work),
  pages: URI.file(join(__dirname, '../../docs/rules')).toString(),
  version,
});
