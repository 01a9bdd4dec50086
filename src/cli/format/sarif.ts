import { pathToFileURL } from 'node:url';
import type * as Sarif from 'sarif';
import { DOCS_BASE } from '../../package-info.js';
import { findTrail, type FlowPlace } from '../../rule/flow-trail.js';
import type { RuleDocs } from '../../rule/metadata.js';
import type { Fault } from '../errors.js';
import { isInside, shownPath } from '../paths.js';
import { PREFIX } from '../plugin.js';
import { isError, isFatal, type FileResult, type Message, type Report } from '../results.js';
import { fingerprintsOf } from './fingerprint.js';
import { LineIndex } from './lines.js';

/** The name of our fingerprints; `primaryLocationLineHash` is GitHub's own, which its upload fills in. */
const FINGERPRINT = 'backendLint/v1';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The run's `originalUriBaseIds`: the folder that the command ran in. */
const BASE = 'SRCROOT';

export interface SarifExtras {
  readonly exitCode: number;
  /** A rule's page as Markdown, or null. */
  readonly findPage: (rule: string) => Promise<string | null>;
}

function artifact(cwd: string, file: string): Sarif.ArtifactLocation {
  if (!isInside(cwd, file)) return { uri: pathToFileURL(file).href };
  return { uri: shownPath(cwd, file).split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

function regionOf(message: Message): Sarif.Region {
  const { line, column, endLine, endColumn } = message;
  const end = endLine !== undefined && endColumn !== undefined ? { endLine, endColumn } : {};
  return { startLine: Math.max(line, 1), startColumn: Math.max(column, 1), ...end };
}

type Meta = Report['rules'][string];

/** Our rules' documentation; other plugins' may be anything. */
const docsOf = (meta: Meta | undefined): Partial<RuleDocs> => (meta?.docs ?? {}) as Partial<RuleDocs>;

function tagsOf({ area, cwe = [] }: Partial<RuleDocs>): string[] {
  // GitHub reads the CWE from a tag of this form, three digits at least, and lists what is tagged "security" apart.
  const weaknesses = cwe.map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
  return [...(area ? [area] : []), ...(weaknesses.length > 0 ? ['security', ...weaknesses] : [])];
}

async function descriptor(id: string, meta: Meta | undefined, extras: SarifExtras): Promise<Sarif.ReportingDescriptor> {
  const docs = docsOf(meta);
  const text = docs.description ?? id;
  const page = id.startsWith('backend/') ? await extras.findPage(id.slice('backend/'.length)) : null;
  return {
    id,
    name: id.replace(/^.*\//, '').replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text },
    fullDescription: { text },
    ...(docs.url ? { helpUri: docs.url } : {}),
    help: { text: docs.url ? `${text}. See ${docs.url}` : text, ...(page === null ? {} : { markdown: page }) },
    defaultConfiguration: { level: docs.level === 'error' ? 'error' : 'warning' },
    properties: { tags: tagsOf(docs) },
  };
}

function fixesOf(cwd: string, result: FileResult, message: Message, lines: LineIndex): Sarif.Fix[] {
  const offered = [
    ...(message.fix ? [{ text: 'Fix', fix: message.fix }] : []),
    ...(message.suggestions ?? []).map(({ desc, fix }) => ({ text: desc, fix })),
  ];
  return offered
    .filter(({ fix }) => fix.range[0] >= 0)
    .map(({ text, fix }) => {
      const [start, end] = [lines.positionAt(fix.range[0]), lines.positionAt(fix.range[1])];
      const deletedRegion = {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
      const replacements = [{ deletedRegion, insertedContent: { text: fix.text } }];
      return {
        description: { text },
        artifactChanges: [{ artifactLocation: artifact(cwd, result.filePath), replacements }],
      };
    });
}

const ROLES = { source: 'Comes from the client here', step: 'Passes through', sink: 'Arrives at' } as const;

/** The way of request data to the finding, where it is one of the rules that follow it. */
function codeFlowsOf(cwd: string, result: FileResult, { ruleId, line, column }: Message): Sarif.CodeFlow[] {
  if (!ruleId?.startsWith(PREFIX)) return [];
  const trail = findTrail(ruleId.slice(PREFIX.length), result.filePath, line, column) ?? [];
  const locationOf = ({ role, file, code, line: startLine, column: startColumn, endLine, endColumn }: FlowPlace) => ({
    kinds: [role],
    location: {
      physicalLocation: {
        artifactLocation: artifact(cwd, file),
        region: { startLine, startColumn, endLine, endColumn },
      },
      message: { text: `${ROLES[role]}: ${code}` },
    },
  });
  return trail.length > 0 ? [{ threadFlows: [{ locations: trail.map(locationOf) }] }] : [];
}

function resultsOf(cwd: string, result: FileResult, ruleIndex: ReadonlyMap<string, number>): Sarif.Result[] {
  const lines = new LineIndex(result.source ?? '');
  const suppressed = result.suppressedMessages;
  const messages: Message[] = [...result.messages, ...suppressed].filter((message) => !isFatal(message));
  const prints = fingerprintsOf(result, messages);
  return messages.map((message, i) => {
    const suppression = suppressed.find((candidate) => candidate === message);
    const fixes = fixesOf(cwd, result, message, lines);
    const codeFlows = codeFlowsOf(cwd, result, message);
    const ruleId = message.ruleId ?? 'eslint';
    const index = ruleIndex.get(ruleId);
    return {
      ruleId,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: isError(message) ? 'error' : 'warning',
      message: { text: message.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(cwd, result.filePath),
            region: { ...regionOf(message), snippet: { text: lines.text(message.line) } },
          },
        },
      ],
      partialFingerprints: { [FINGERPRINT]: prints[i]! },
      ...(codeFlows.length > 0 ? { codeFlows } : {}),
      ...(fixes.length > 0 ? { fixes } : {}),
      ...(suppression
        ? {
            suppressions: suppression.suppressions.map(({ kind, justification }) => ({
              // ESLint calls what a suppressions file lists "file".
              kind: kind === 'file' ? ('external' as const) : ('inSource' as const),
              ...(justification ? { justification } : {}),
            })),
          }
        : {}),
    };
  });
}

const faultNotification = (cwd: string, { file, rule, message }: Fault): Sarif.Notification => ({
  level: 'error',
  message: { text: message },
  locations: [{ physicalLocation: { artifactLocation: artifact(cwd, file) } }],
  ...(rule === null ? {} : { associatedRule: { id: rule } }),
});

const syntaxNotification = (cwd: string, file: string, message: Message): Sarif.Notification => ({
  level: 'error',
  message: { text: message.message },
  locations: [{ physicalLocation: { artifactLocation: artifact(cwd, file), region: regionOf(message) } }],
});

/** One SARIF 2.1.0 run: rules with their pages, findings with fixes and fingerprints, faults as notifications. */
export async function formatSarif(report: Report, extras: SarifExtras): Promise<string> {
  const { cwd, results, faults, rules, version } = report;
  const found = new Set(
    results.flatMap((result) => [...result.messages, ...result.suppressedMessages].map((m) => m.ruleId)),
  );
  const ids = [...new Set([...Object.keys(rules), ...found])].filter((id): id is string => id !== null).sort();
  const ruleIndex = new Map(ids.map((id, i) => [id, i]));
  const notifications = [
    ...faults.map((fault) => faultNotification(cwd, fault)),
    ...results.flatMap(({ filePath, messages }) =>
      messages.filter(isFatal).map((m) => syntaxNotification(cwd, filePath, m)),
    ),
  ];
  const log: Sarif.Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'backend-lint',
            informationUri: new URL('../README.md', `${DOCS_BASE}/`).href,
            version,
            semanticVersion: version,
            rules: await Promise.all(ids.map((id) => descriptor(id, rules[id], extras))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            exitCode: extras.exitCode,
            toolExecutionNotifications: notifications,
          },
        ],
        results: results.flatMap((result) => resultsOf(cwd, result, ruleIndex)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
