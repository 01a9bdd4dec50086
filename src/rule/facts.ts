import { logsOf } from '../facts/logs/calls.js';
import { flowsOf } from '../facts/flow/flows.js';
import { queriesOf } from '../facts/queries.js';
import { routesOf } from '../facts/routes.js';
import { secretsOf } from '../facts/secrets.js';
import { storageOf } from '../facts/storage.js';
import { tokensOf } from '../facts/tokens.js';
import { sqlDoorsOf } from '../facts/sql-doors.js';
import type { BackendFile } from '../model/file.js';

/** What rules can listen to, each with the function that finds all of it in a file. */
const FACTS = {
  /** The file itself, for rules that ask their own questions of it. */
  File: (file: BackendFile): readonly BackendFile[] => [file],
  /** Every line that is logged. */
  Log: logsOf,
  Query: queriesOf,
  /** Request data that reaches a dangerous call. */
  Flow: flowsOf,
  Route: routesOf,
  Secret: secretsOf,
  /** What is kept in storage that scripts of the client can read. */
  StorageAccess: storageOf,
  /** Where SQL text is handed to a client as it is. */
  SqlDoor: sqlDoorsOf,
  /** Where tokens are signed, checked, or a library is told how to. */
  Token: tokensOf,
} as const;

type Facts = typeof FACTS;
export type FactListeners = {
  readonly [Name in keyof Facts]?: (fact: ReturnType<Facts[Name]>[number]) => void;
};

/** Tells the listeners every fact of the file that they ask for. */
export function dispatch(file: BackendFile, listeners: FactListeners): void {
  for (const name of Object.keys(listeners) as (keyof Facts)[]) {
    const listener = listeners[name] as (fact: unknown) => void;
    for (const fact of FACTS[name](file)) listener(fact);
  }
}
