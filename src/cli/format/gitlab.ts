import { createHash } from 'node:crypto';
import { shownPath } from '../paths.js';
import { isError, isFatal, type Message, type Report } from '../results.js';
import { fingerprintsOf } from './fingerprint.js';

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

function severityOf(message: Message): Issue['severity'] {
  if (isFatal(message)) return 'critical';
  return isError(message) ? 'major' : 'minor';
}

/** GitLab's Code Quality report: one JSON array, paths relative to the repository. */
export function formatGitlab(report: Report, env: Readonly<Record<string, string | undefined>>): string {
  const root = env['CI_PROJECT_DIR'] ?? report.cwd;
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const issues: Issue[] = [];
  for (const result of report.results) {
    const path = shownPath(root, result.filePath);
    const fingerprints = fingerprintsOf(result, result.messages);
    result.messages.forEach((message, i) => {
      issues.push({
        description: message.message,
        check_name: message.ruleId ?? 'syntax-error',
        // GitLab wants it unique in the whole report.
        fingerprint: sha(`${path}\0${fingerprints[i]!}`),
        severity: severityOf(message),
        location: { path, lines: { begin: message.line, end: message.endLine ?? message.line } },
      });
    });
  }
  for (const { file, rule, message } of report.faults) {
    const path = shownPath(root, file);
    const check = rule ?? 'internal-error';
    const location = { path, lines: { begin: 1, end: 1 } };
    issues.push({
      description: message,
      check_name: check,
      fingerprint: sha(`${path}\0${check}\0${message}`),
      severity: 'critical',
      location,
    });
  }
  return `${JSON.stringify(issues, null, 2)}\n`;
}
