import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseAst } from 'vitest/node'

/** A file of the project: its path from the project's folder, with slashes, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A node of the syntax tree, as far as the rules look at it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const project = join(import.meta.dirname, '..', '..')
const notOurs = new Set(['.git', 'node_modules', '.evenhand', 'data', 'test-results'])

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (folder === project && notOurs.has(entry.name)) return []
    if (entry.isDirectory()) return walk(path)
    return entry.isFile() ? [path] : []
  })

/** Every file that belongs to the project, as paths with slashes from its folder. */
export const allPaths = (): string[] => walk(project).map((path) => relative(project, path).replaceAll('\\', '/'))

export const readSource = (path: string): Source => ({ path, text: readFileSync(join(project, path), 'utf8') })

/** Every TypeScript file below one of these folders. */
export const sourcesIn = (...folders: string[]): Source[] =>
  allPaths()
    .filter((path) => /\.tsx?$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)))
    .map(readSource)

const trees = new WeakMap<Source, Node>()

/** The syntax tree of a file. TypeScript 7 has no programming interface, so the tests' own bundler parses. */
export const treeOf = (source: Source): Node => {
  const known = trees.get(source)
  if (known) return known
  const lang = source.path.endsWith('.tsx') ? 'tsx' : 'ts'
  const tree = parseAst(source.text, { lang, astType: 'ts' }) as unknown as Node
  trees.set(source, tree)
  return tree
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every node of a tree, parents before children, each with its parent. */
export function* nodesOf(tree: Node, parent?: Node): Generator<{ node: Node; parent: Node | undefined }> {
  yield { node: tree, parent }
  for (const value of Object.values(tree)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child, tree)
  }
}

/** The line, from 1, on which a character stands. */
export const lineAt = (source: Source, position: number): number => source.text.slice(0, position).split('\n').length

/** How a rule names a place: path, line, and what is wrong. */
export const at = (source: Source, node: Node, what: string): string =>
  `${source.path}:${lineAt(source, node.start)} ${what}`

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('test/')

export const isGenerated = (path: string): boolean => path.endsWith('.gen.ts')
