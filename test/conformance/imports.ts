import { posix } from 'node:path'
import { type Node, nodesOf, type Source, treeOf } from './source.ts'

export interface Import {
  readonly from: string
  /** Path from the project's folder for a file of ours; the name as written for a package. */
  readonly to: string
  readonly ours: boolean
  readonly typeOnly: boolean
  readonly node: Node
}

const literal = (value: unknown): string | undefined => {
  const text = (value as { value?: unknown } | null | undefined)?.value
  return typeof text === 'string' ? text : undefined
}

const sourceOf = (node: Node): string | undefined => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source) ?? literal((node.argument as { literal?: unknown } | undefined)?.literal)
    default:
      return undefined
  }
}

/** All that a file imports, types too: knowing a neighbour's types is knowing the neighbour. */
export const importsOf = (source: Source): Import[] => {
  const found: Import[] = []
  for (const { node } of nodesOf(treeOf(source))) {
    const written = sourceOf(node)
    if (written === undefined) continue
    const ours = written.startsWith('.')
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType'
    const to = ours ? posix.join(posix.dirname(source.path), written) : written
    found.push({ from: source.path, to, ours, typeOnly, node })
  }
  return found
}
