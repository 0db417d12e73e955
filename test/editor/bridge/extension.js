// Fetches functions from the test's own server, runs them in the editor and sends back what
// they return. Only a test loads it.
const vscode = require('vscode');

exports.activate = (context) => {
  const at = (path) => new URL(path, context.extensionUri.toString(true));
  void (async () => {
    for (;;) {
      const question = await fetch(at('/bridge/question'));
      if (!question.ok) return;
      const answer = await run(await question.json());
      await fetch(at('/bridge/answer'), { method: 'POST', body: JSON.stringify(answer) });
    }
  })();
};

async function run({ source, args }) {
  try {
    // Compilers wrap functions in a call that keeps their names.
    const make = new Function('__name', `return (${source})`);
    return { value: await make((f) => f)(vscode, ...args) };
  } catch (error) {
    return { error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) };
  }
}
