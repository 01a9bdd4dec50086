import type { Changes } from '../survey/compare.js';
import type { Survey } from '../survey/document.js';

/** Lines of a file that a place of the survey leads to, each with its number; files without any are left out. */
export type Excerpts = Readonly<Record<string, readonly (readonly [line: number, text: string])[]>>;

/** All that the page shows. */
export interface ReportData {
  readonly survey: Survey;
  readonly excerpts: Excerpts;
  /** Against an earlier survey, where one was given. */
  readonly changes: Changes | null;
}
