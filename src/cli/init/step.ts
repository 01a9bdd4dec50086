/** What `init` makes of one part of the project. */
export type Step =
  /** A file to write: new, or with the few lines added. */
  | { readonly kind: 'write'; readonly file: string; readonly after: string; readonly why: string }
  /** It is there already. */
  | { readonly kind: 'done'; readonly what: string }
  /** What can't be written safely: the user is told what to add, and where. */
  | { readonly kind: 'by hand'; readonly what: string; readonly text: string };
