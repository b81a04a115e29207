import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** Elements at whose edges a space is never seen, so that indentation around them does not count. */
const inline = new Set(['#text', 'a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'kbd', 'small', 'span', 'strong', 'time'])
const verbatim = new Set(['textarea', 'pre'])

/**
 * HTML as a tree in text, one node a line: attributes and classes sorted, runs of white space one space, and no space
 * at the edges of elements and beside blocks, where a browser shows none.
 */
export function normalised(html: string): string {
  return childrenOf(parseFragment(html), 0, false).join('\n')
}

function childrenOf(parent: Node, depth: number, exact: boolean): string[] {
  if (!('childNodes' in parent)) return []
  const nodes = parent.childNodes.filter((node) => node.nodeName !== '#comment')
  return nodes.flatMap((node, index) => {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = exact
        ? node.value
        : trimmed(node.value, nodes[index - 1] ?? edgeOf(parent), nodes[index + 1] ?? edgeOf(parent))
      return text === '' ? [] : [`${' '.repeat(depth)}"${text}"`]
    }
    return elementLines(node, depth)
  })
}

/** Words that only a screen reader says join those around them: a space at their edge is heard. */
const edgeOf = (parent: Node) =>
  'attrs' in parent && parent.attrs.some(({ value }) => value === 'govuk-visually-hidden') ? parent : undefined

function trimmed(value: string, before: Node | undefined, after: Node | undefined): string {
  let text = value.replaceAll(/[ \t\r\n\f]+/g, ' ')
  if (!before || !inline.has(before.nodeName)) text = text.trimStart()
  if (!after || !inline.has(after.nodeName)) text = text.trimEnd()
  return text
}

function elementLines(node: Node, depth: number): string[] {
  if (!('attrs' in node)) return []
  const attributes = node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(sortedClass(name, value))}`)
  const open = [node.nodeName, ...attributes.sort()].join(' ')
  return [`${' '.repeat(depth)}<${open}>`, ...childrenOf(node, depth + 1, verbatim.has(node.nodeName))]
}

const sortedClass = (name: string, value: string) =>
  name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value
