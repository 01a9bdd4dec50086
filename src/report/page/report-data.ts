import type { ReportData } from '../data.js';
import type { EndpointEntry, FindingEntry, Place, RuleEntry } from '../../survey/document.js';

/** What the command wrote into the page. */
export const data = JSON.parse(document.getElementById('report-data')!.textContent) as ReportData;
export const { survey, excerpts, changes } = data;

const rules = new Map(survey.rules.map((rule) => [rule.name, rule]));
export const ruleOf = (name: string): RuleEntry | undefined => rules.get(name);

export const findingAt = (index: number): FindingEntry => survey.findings[index]!;
export const placeText = ({ file, line }: Place): string => `${file}:${line}`;
export const titleOf = ({ method, path, handler }: Pick<EndpointEntry, 'method' | 'path' | 'handler'>): string =>
  `${method} ${path ?? handler.name ?? '(unknown path)'}`;

/** The folder of a file, three levels deep: what a team takes for a part of its service. */
export function folderOf(file: string): string {
  const parts = file.split('/').slice(0, -1);
  return parts.length === 0 ? '(root)' : parts.slice(0, FOLDER_DEPTH).join('/');
}
const FOLDER_DEPTH = 3;
