import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { decoratorsOf } from '../../syntax/nodes.js';
import { guardsOf } from '../route-guards.js';
import { addressesOf } from './addresses.js';
import { allIn } from './cookie-auth.js';
import { isProbe } from './reach.js';

const VERSION = /(?:^|\/)v\d+(?:[.-]\w+)*(?:\/|$)|(?:^|\/)\d{4}-\d{2}-\d{2}(?:\/|$)|:(?:api)?version\b/i;
/** Other ways to say a version: Nest's versioning, a header or media type that the code reads. */
const ELSEWHERE =
  /enableVersioning|@Version\(|['"](?:accept-version|api-version|x-api-version)['"]|application\/vnd\.[\w.-]+\.v\d|setGlobalPrefix\([^)]*v\d/i;
const NOT_API =
  /webhook|callback|\.well-known|health|metrics|docs|swagger|openapi|graphql|trpc|favicon|robots|static|assets|sitemap|oauth|saml|sse|socket/i;

/** Whether an address is versioned. */
export const isVersioned = (path: string): boolean => VERSION.test(path);

/** Whether a route is one of an API that other programs call by its address, and its address has no version. */
export function lacksVersion(route: Route): boolean {
  if (!/^(?:GET|POST|PUT|PATCH|DELETE|ALL)$/.test(route.verb)) return false;
  const paths = addressesOf(route);
  if (paths.includes(null) || paths.length === 0) return false;
  if (
    paths.some(
      (path) => isVersioned(path!) || isProbe(path!) || NOT_API.test(path!) || path === '/' || /\*/.test(path!),
    )
  )
    return false;
  // https://docs.nestjs.com/techniques/versioning: `@Controller({ path: 'trips', version: '1' })`
  if (route.controller && decoratorsOf(route.controller).some((each) => /\bversion\s*:/.test(sourceText(each))))
    return false;
  const fn = route.handler?.fn;
  // A page for people is no API.
  if (fn && /\brender\(|sendFile\(|\.html\(/.test(sourceText(fn))) return false;
  return !guardsOf(route).some(({ name }) => /version/i.test(name ?? '')) && !isVersionedElsewhere(fileOf(route.node));
}

const isVersionedElsewhere = (file: BackendFile): boolean => file.memo(findElsewhere);

const findElsewhere = (file: BackendFile): boolean => allIn(file, ELSEWHERE).length > 0;
