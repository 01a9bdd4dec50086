import { type BackendFile, fileOf, sourceText } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, enclosingFunction, memberName, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { functionName } from './credentials/functions.js';
import { allCalled } from './effects.js';
import { denote, libraryOf, proofOf } from './entities.js';
import { routesOf } from './routes.js';
import { argumentAt, constantOf } from './values.js';

export type SessionFault = 'memory' | 'name' | 'uninitialized' | 'endless';

/** How an application keeps its sessions, as far as its faults go. */
export interface SessionSetup {
  /** The call that makes the middleware, or registers the plugin. */
  readonly node: TSESTree.CallExpression;
  readonly faults: readonly SessionFault[];
  /** `saveUninitialized: true`, where it is written. */
  readonly uninitialized: Node | null;
}

export const sessionSetupsOf = (file: BackendFile): readonly SessionSetup[] => file.memo(findSetups);

function findSetups(file: BackendFile): SessionSetup[] {
  if (!file.index.specifiers.some((each) => /^(?:express-session|@fastify\/session)$/.test(each))) return [];
  const found: SessionSetup[] = [];
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (unwrap(call.callee).type !== 'Identifier' && calleeName(call) !== 'register') continue;
      const isPlugin = calleeName(call) === 'register';
      const plugin = call.arguments[0];
      const entity = isPlugin
        ? plugin && plugin.type !== 'SpreadElement'
          ? denote(plugin)
          : null
        : denote(call.callee);
      const library = libraryOf(entity)?.name;
      if (proofOf(entity) === 'name' || (library !== 'express-session' && library !== 'fastify-session')) continue;
      if ((library === 'fastify-session') !== isPlugin) continue;
      const setup = read(call, isPlugin ? '1' : '0', library === 'express-session', file);
      if (setup) found.push(setup);
    }
  return found;
}

function read(call: TSESTree.CallExpression, at: string, isExpress: boolean, file: BackendFile): SessionSetup | null {
  const said = (name: string): Node | 'absent' | 'unknown' => argumentAt(call, `${at}.${name}`);
  const faults: SessionFault[] = [];
  const store = said('store');
  if (store === 'absent' || (typeof store !== 'string' && isMemory(store, file))) faults.push('memory');
  if (isExpress && said('name') === 'absent' && said('key') === 'absent') faults.push('name');
  const initial = said('saveUninitialized');
  const isOn = typeof initial !== 'string' && constantOf(initial) === true;
  if (isOn || (initial === 'absent' && isExpress)) faults.push('uninitialized');
  const cookie = said('cookie');
  const isEndless = cookie === 'absent' || (said('cookie.maxAge') === 'absent' && said('cookie.expires') === 'absent');
  if (isEndless && !/cookie\.(?:maxAge|expires)\s*=/.test(file.text) && !isChosen(cookie)) faults.push('endless');
  if (faults.length === 0) return null;
  return {
    node: call,
    faults,
    uninitialized: isOn && initial.parent?.type === 'Property' && fileOf(initial) === file ? initial.parent : null,
  };
}

/** `cookie: isProduction ? {…} : {…}`. */
const isChosen = (node: Node | 'absent' | 'unknown'): boolean =>
  typeof node !== 'string' && /Conditional|Logical/.test(unwrap(node).type);

/** express-session's own store; the package memorystore, of the same name, drops what has expired. */
function isMemory(node: Node, file: BackendFile): boolean {
  const value = unwrapAwait(node);
  return (
    value.type === 'NewExpression' &&
    calleeName(value) === 'MemoryStore' &&
    !file.index.specifiers.includes('memorystore')
  );
}

/** An assignment that logs somebody in under the id that the session had before. */
export const fixedSessionsOf = (file: BackendFile): readonly TSESTree.AssignmentExpression[] => file.memo(findFixed);

const IDENTITY =
  /^(?:user|userId|user_id|uid|account|accountId|isLoggedIn|loggedIn|loggedin|authenticated|isAuthenticated|isAuth|member|memberId|admin|adminId|currentUser|username|userInfo|auth)$/;
const LOGIN = /log.?in|sign.?in|authenticate|verify.?(?:otp|code|credentials)|session/i;

function findFixed(file: BackendFile): TSESTree.AssignmentExpression[] {
  const dependencies = file.project.dependenciesOf(file.path);
  const usesSessions = ['express-session', '@fastify/session'].some(
    (name) => dependencies?.has(name) === true || file.index.specifiers.includes(name),
  );
  if (!usesSessions || !/session/.test(file.text)) return [];
  const found: TSESTree.AssignmentExpression[] = [];
  const done = new Set<FunctionNode>();
  for (const assignment of file.index.assignments) {
    const { left, right } = assignment;
    if (left.type !== 'MemberExpression' || !IDENTITY.test(memberName(left) ?? '')) continue;
    const owner = file.text.slice(...left.object.range).replaceAll(/[?!]/g, '');
    if (!/^(?:(?:this\.)?(?:req|request|ctx|context)\.(?:req\.|request\.)?session|session)$/.test(owner)) continue;
    const constant = constantOf(right);
    if (constant === null || constant === false || constant === '' || file.text.slice(...right.range) === 'undefined')
      continue;
    const fn = outermost(assignment);
    if (!fn || done.has(fn) || !isLogin(fn, file) || renews(fn, file)) continue;
    done.add(fn);
    found.push(assignment);
  }
  return found;
}

/** The handler round a node: the outermost function that isn't the file's or an application's frame. */
function outermost(node: Node): FunctionNode | null {
  const inner = enclosingFunction(node);
  for (let fn = inner; fn; fn = enclosingFunction(fn)) {
    const own = functionName(fn);
    if (own !== null || routesOf(fileOf(node)).some((route) => route.handler?.fn === fn)) return fn;
  }
  return inner;
}

function isLogin(fn: FunctionNode, file: BackendFile): boolean {
  if (LOGIN.test(functionName(fn) ?? '')) return true;
  const route = routesOf(file).find((each) => each.handler?.fn === fn);
  if (route?.path && LOGIN.test(route.path)) return true;
  return /\bcompare(?:Sync)?\(|argon2\.verify|verifyPassword|checkPassword|validatePassword|comparePassword/.test(
    file.text.slice(...fn.range),
  );
}

/** Whether a login gives the session a new id, itself or in what it calls. */
function renews(fn: FunctionNode, file: BackendFile): boolean {
  if (/regenerate|\.logIn\(|\.login\(\s*user/.test(sourceText(fn))) return true;
  return [...allCalled(fn, file)].some(({ target }) => /regenerate/.test(sourceText(target)));
}
