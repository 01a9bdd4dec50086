import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node.js';

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly severity: number;
}
interface Command {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}
export interface CodeAction {
  readonly title: string;
  readonly command?: Command;
}
interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
interface WorkspaceEdit {
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
}

/** What VS Code's ESLint extension sends as its settings. */
const settingsFor = (folder: string): unknown => ({
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  experimental: {},
  codeActionOnSave: { enable: false, mode: 'all' },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder: { name: 'service', uri: pathToFileURL(folder).href },
  workingDirectory: { directory: folder },
});

/** An editor without a screen, before the real ESLint language server. */
export class Editor {
  readonly #server: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #texts = new Map<string, { text: string; version: number }>();
  #edit: WorkspaceEdit | null = null;

  constructor(readonly folder: string) {
    const bin = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
    this.#server = spawn(process.execPath, [bin, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#server.stdout!),
      new StreamMessageWriter(this.#server.stdin!),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => settingsFor(folder)),
    );
    this.#connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.#edit = edit;
      return { applied: true };
    });
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.#connection.listen();
  }

  async start(): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.folder).href,
      capabilities: {
        textDocument: {
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
          diagnostic: {},
        },
        workspace: { applyEdit: true, configuration: true, workspaceFolders: true },
      },
      workspaceFolders: [{ name: 'service', uri: pathToFileURL(this.folder).href }],
    });
    await this.#connection.sendNotification('initialized', {});
  }

  stop(): void {
    this.#connection.dispose();
    this.#server.kill();
  }

  uriOf(file: string): string {
    return pathToFileURL(join(this.folder, file)).href;
  }

  async open(file: string, text: string): Promise<void> {
    this.#texts.set(file, { text, version: 1 });
    const languageId = file.endsWith('.ts') ? 'typescript' : 'javascript';
    const textDocument = { uri: this.uriOf(file), languageId, version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async type(file: string, text: string): Promise<void> {
    const version = this.#texts.get(file)!.version + 1;
    this.#texts.set(file, { text, version });
    const textDocument = { uri: this.uriOf(file), version };
    await this.#connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  /** The squiggles of our rules in a file. */
  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const report = await this.#connection.sendRequest<{ items: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uriOf(file) },
    });
    return report.items.filter(({ code }) => String(code).startsWith('backend/'));
  }

  async actions(file: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    return this.#connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uriOf(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  }

  /** Runs an action and gives the file's text after its edits. */
  async apply(file: string, action: CodeAction): Promise<string> {
    this.#edit = null;
    await this.#connection.sendRequest('workspace/executeCommand', action.command);
    const edit = this.#edit as WorkspaceEdit | null;
    if (!edit) throw new Error(`${action.title} changed nothing`);
    const edits = (edit.documentChanges ?? []).flatMap((change) => change.edits);
    return applied(this.#texts.get(file)!.text, edits);
  }
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: Position): number => starts[line]! + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
