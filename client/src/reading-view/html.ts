import { Uri, type Webview } from 'vscode';

/** The folder that a page may load from, and nothing else. */
export const resources = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, 'client/dist');

/** The style sheet of the page. */
export const styleSheet = (extensionUri: Uri): Uri =>
  Uri.joinPath(resources(extensionUri), 'reading-view.css');

/** The page before its script has drawn anything. */
export function pageHtml(webview: Webview, extensionUri: Uri, title: string, lang: string): string {
  const at = (uri: Uri) => escaped(webview.asWebviewUri(uri).toString());
  const script = at(Uri.joinPath(resources(extensionUri), 'reading-view.js'));
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const body = `<script nonce="${nonce}" src="${script}"></script>`;
  const style = `<link rel="stylesheet" href="${at(styleSheet(extensionUri))}">`;
  return page({ policy, style, title, lang, body });
}

/** What was drawn as a page of its own, for a browser to show and print: it runs nothing and loads nothing. */
export const savedHtml = (css: string, title: string, lang: string, drawn: string): string =>
  page({
    policy: `default-src 'none'; style-src 'unsafe-inline'`,
    style: `<style>${css.replaceAll('</', '<\\/')}</style>`,
    ...{ title, lang, body: drawn },
  });

interface Parts {
  readonly policy: string;
  readonly style: string;
  readonly title: string;
  readonly lang: string;
  readonly body: string;
}

const page = ({ policy, style, title, lang, body }: Parts): string => `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
${style}
</head>
<body>${body}</body>
</html>
`;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
