import { Fragment, h, type VNode } from 'preact'

/**
 * The only place that emits HTML without escaping it. `why` says what makes this HTML safe, for the reader of the call:
 * it was drawn by us from numbers, say. Words that a person wrote never come here.
 */
export function Raw({ html }: { readonly html: string; readonly why: string }): VNode {
  // The renderer puts out the strings of a pre-compiled template as they are, with no element around them.
  return h(Fragment, { tpl: [html], exprs: [] } as object)
}
