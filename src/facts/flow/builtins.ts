/** What methods of strings, lists and promises make of their receiver, by name: their receivers rarely have a known type. */
export type MethodStep =
  /** A text made of the receiver and of its arguments. */
  | 'text'
  /** A text made of the receiver alone. */
  | 'own'
  /** The same value, or a part of the same list. */
  | 'same'
  /** One element. */
  | 'element'
  /** A text of all elements. */
  | 'join'
  /** A list of parts of the text. */
  | 'split'
  /** What the function given to it gives back: one element each, or the whole. */
  | 'map'
  | 'then'
  /** What is kept under the name given: `params.get('q')`. */
  | 'get'
  /** A list of entries, keys or values of the receiver itself. */
  | 'entries'
  | 'keys'
  | 'values';

export const METHODS: ReadonlyMap<string, MethodStep> = new Map<string, MethodStep>([
  ...['concat', 'replace', 'replaceAll', 'padStart', 'padEnd', 'with'].map((name) => [name, 'text'] as const),
  ...[
    'trim',
    'trimStart',
    'trimEnd',
    'toLowerCase',
    'toUpperCase',
    'toLocaleLowerCase',
    'toLocaleUpperCase',
    'normalize',
    'repeat',
    'substring',
    'substr',
    'charAt',
    'toString',
    'toWellFormed',
    'valueOf',
    'toJSON',
    // What a file of a form holds.
    'text',
    'arrayBuffer',
    'bytes',
    'toBuffer',
  ].map((name) => [name, 'own'] as const),
  ...[
    'slice',
    'filter',
    'reverse',
    'toReversed',
    'sort',
    'toSorted',
    'flat',
    'splice',
    'toSpliced',
    'catch',
    'finally',
    'clone',
    'toArray',
    'lean',
  ].map((name) => [name, 'same'] as const),
  ...['find', 'findLast', 'at', 'pop', 'shift'].map((name) => [name, 'element'] as const),
  ['join', 'join'],
  ['split', 'split'],
  ['match', 'split'],
  ['matchAll', 'split'],
  ['map', 'map'],
  ['flatMap', 'map'],
  ['then', 'then'],
  ['get', 'get'],
  ['getAll', 'get'],
  ['entries', 'entries'],
  ['keys', 'keys'],
  ['values', 'values'],
]);

/** Names of schemas' methods that give back what they let through; those in `WRAPPED` put it into a property. */
export const PARSERS =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateAsync|validateSync|cast|attempt|create|assert|mask|decode|check)$/;
/** What a schema is called, where no library says that it is one. */
export const SCHEMA_NAME = /schema|validator|dto|struct|shape|input|params|query|body$/i;
export const WRAPPED: ReadonlySet<string> = new Set(['data', 'value', 'output']);

/** Functions of packages and of unknown origin that take a danger away, by name. */
export const CLEANERS: readonly (readonly [
  name: RegExp,
  kinds: readonly ('regexp' | 'html' | 'command' | 'path' | 'log' | 'url' | 'redirect' | 'xml')[],
])[] = [
  [/^escape(?:String)?(?:RegExp|Regex)p?$|^(?:escapeRegex|regexpEscape|escapeStringRegexp)$|^reEscape$/i, ['regexp']],
  [
    /^escape-?html$|^(?:html_?escape|encodeHtml|htmlEncode|escapeHtml\w*|sanitizeHtml|purify|stripTags|striptags|xss|filterXSS|encodeEntities|escapeHTML|htmlEntities|encodeXML|escapeXml|escapeXML)$|^escape$/i,
    ['html', 'xml'],
  ],
  [/^(?:shellEscape|shellescape|escapeShell(?:Arg)?|quoteShell(?:Arg)?|shellQuote|shquote)$/i, ['command']],
  [
    /^sanitize-?(?:file|path)\w*$|^(?:slugify|slug|kebabCase|snakeCase|camelCase|toSlug)$/i,
    ['path', 'command', 'url', 'redirect', 'html', 'regexp', 'log', 'xml'],
  ],
];
