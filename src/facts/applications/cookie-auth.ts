import type { BackendFile } from '../../model/file.js';

/** Sessions kept by a cookie, by package; and credentials read from a cookie by hand. */
const SESSION_PACKAGES =
  /['"](?:express-session|cookie-session|koa-session|koa-generic-session|@fastify\/session|@fastify\/secure-session|iron-session|hono-sessions|lucia|better-auth|next-auth|@auth\/\w+)['"]/;
export const COOKIE_READ =
  /(?:\b[sS]igned)?[cC]ookies?(?:\?\.|\.|\[['"])(?:get\(['"])?\w*(?:token|session|sid|jwt|auth)\w*|get(?:Signed)?Cookie\(\s*\w+\s*,(?:\s*\w+\s*,)?\s*['"]\w*(?:token|session|sid|jwt|auth)\w*['"]/i;

/** Whether the package of a file tells its users apart by a cookie. */
export const usesCookieAuth = (file: BackendFile): boolean =>
  allIn(file, SESSION_PACKAGES).length > 0 || allIn(file, COOKIE_READ).length > 0;

/** The files of the package of `file` that say something and are no tests. */
export function allIn(file: BackendFile, pattern: RegExp): string[] {
  const dir = file.project.findPackage(file.path)?.dir;
  const found = file.project
    .filesMentioning(file.path, pattern)
    .filter(
      (path) =>
        (dir === undefined || path.startsWith(`${dir}/`)) &&
        !/\.(?:test|spec)\.|\/(?:tests?|spec|__tests__|client|web|frontend)\//.test(path),
    );
  return found.length === 0 && pattern.test(file.text) ? [file.path] : found;
}
