import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

/** Every element of a page, in its order. */
export const elementsOf = (html: string): Element[] => elementsIn(parse(html))

/** The same of a part of one, with itself. */
export const elementsIn = (node: Node): Element[] => [
  ...(isElement(node) ? [node] : []),
  ...childrenOf(node).flatMap(elementsIn),
]

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((it) => it.name === name)?.value

/** The words in an element, as a browser's text content has them. */
export function textOf(node: Node): string {
  return node.nodeName === '#text' && 'value' in node ? node.value : childrenOf(node).map(textOf).join('')
}

export const byId = (elements: readonly Element[], id: string): Element | undefined =>
  elements.find((it) => attribute(it, 'id') === id)

/** What stands in the fields of a name: texts as typed, and of boxes and circles the values that are chosen. */
export function valuesOf(elements: readonly Element[], name: string): string[] {
  return elements
    .filter((it) => attribute(it, 'name') === name)
    .flatMap((it) => {
      if (it.tagName === 'textarea') return [textOf(it)]
      if (it.tagName === 'select') return selectedIn(it)
      const type = attribute(it, 'type')
      if (type === 'radio' || type === 'checkbox')
        return attribute(it, 'checked') === undefined ? [] : [attribute(it, 'value') ?? 'on']
      return [attribute(it, 'value') ?? '']
    })
}

const selectedIn = (select: Element): string[] =>
  childrenOf(select)
    .filter(isElement)
    .filter((it) => attribute(it, 'selected') !== undefined)
    .map((it) => attribute(it, 'value') ?? textOf(it))
