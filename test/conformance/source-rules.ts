import { posix } from 'node:path'
import { at, isGenerated, isTest, lineAt, type Node, nodesOf, type Source, treeOf } from './source.ts'

/** A rule looks at one file and says what in it is against it. */
export type Rule = (source: Source) => string[]

const longestFile = 250
const longestFunction = 60

const inSrc = (source: Source): boolean => source.path.startsWith('src/')
const inFeature = (source: Source): boolean => source.path.startsWith('src/features/') && !isTest(source.path)

const nodes = (source: Source): { node: Node; parent: Node | undefined }[] => [...nodesOf(treeOf(source))]

const nameOf = (value: unknown): string | undefined => {
  const { name } = (value ?? {}) as { name?: unknown }
  if (typeof name === 'string') return name
  return name === undefined ? undefined : nameOf(name)
}

export const fileLength: Rule = (source) => {
  const lines = source.text.trimEnd().split('\n').length
  return inSrc(source) && !isGenerated(source.path) && lines > longestFile
    ? [`${source.path} has ${lines} lines; ${longestFile} are the most`]
    : []
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const groups = new Set(['describe', 'each'])

// The body of a group of tests is a table of contents, not a function that somebody must hold in mind.
const isGroup = (parent: Node | undefined): boolean => {
  if (parent?.type !== 'CallExpression') return false
  const callee = parent.callee as Node
  const name = nameOf(callee) ?? nameOf(callee.property) ?? nameOf((callee.callee as Node | undefined)?.object)
  return name !== undefined && groups.has(name)
}

export const functionLength: Rule = (source) => {
  if (!inSrc(source) || isGenerated(source.path)) return []
  return nodes(source).flatMap(({ node, parent }) => {
    const lines = functions.has(node.type) ? lineAt(source, node.end) - lineAt(source, node.start) + 1 : 0
    if (lines <= longestFunction || isGroup(parent)) return []
    return [at(source, node, `is a function of ${lines} lines; ${longestFunction} are the most`)]
  })
}

const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'managers'])

export const names: Rule = ({ path }) => {
  const parts = path.split('/')
  // The test of a promise bears the promise's identifier.
  const promised = path.startsWith('test/promises/') ? /^[A-Z]\d\d-/ : /^$/
  const crooked = parts.filter((part) => !kebab.test(part.replace(promised, '')))
  const empty = parts.filter((part) => part.split(/[-.]/).some((word) => emptyWords.has(word)))
  const isFloor = /^src\/features\/[^/]+\/data\//.test(path)
  const bare = parts.filter((part) => part.split('.')[0] === 'data').length > (isFloor ? 1 : 0)
  return [
    ...crooked.map((part) => `${path}: "${part}" is not in kebab-case`),
    ...empty.map((part) => `${path}: "${part}" says nothing`),
    ...(bare ? [`${path}: "data" says nothing`] : []),
  ]
}

const declaredIn = (declaration: unknown): string[] => {
  const node = declaration as Node | null | undefined
  if (!node) return []
  const list = node.type === 'VariableDeclaration' ? (node.declarations as Node[]).map((one) => one.id) : [node.id]
  return list.flatMap((id) => nameOf(id) ?? [])
}

export const exportedNames: Rule = (source) => {
  if (!inSrc(source)) return []
  return nodes(source).flatMap(({ node }) => {
    if (node.type === 'ExportDefaultDeclaration') return [at(source, node, 'is a default export')]
    if (node.type !== 'ExportNamedDeclaration') return []
    const empty = declaredIn(node.declaration).filter((name) =>
      /^(data|[Uu]tils?|[Hh]elpers?|[Mm]anager)$|(Utils?|Helpers?|Manager)$/.test(name),
    )
    return empty.map((name) => at(source, node, `"${name}" says nothing`))
  })
}

const clockInSql =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(|\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b/i

const texts = (source: Source): { node: Node; text: string }[] =>
  nodes(source).flatMap(({ node }) => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [{ node, text: node.value }]
    if (node.type !== 'TemplateElement') return []
    return [{ node, text: String((node.value as { raw?: unknown }).raw ?? '') }]
  })

const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' && nameOf(node.object) === object && nameOf(node.property) === property

/** Deadlines and retention follow the service's clock, which is an argument; the demonstration moves it. */
export const clock: Rule = (source) => {
  if (!inFeature(source)) return []
  const calls = nodes(source).flatMap(({ node }) => {
    const made = node.type === 'NewExpression' && nameOf(node.callee) === 'Date'
    const asked = isMember(node, 'Date', 'now') || isMember(node, 'Temporal', 'Now')
    return made || asked ? [at(source, node, 'asks the machine for the time')] : []
  })
  const sql = texts(source).filter(({ text }) => clockInSql.test(text))
  return [...calls, ...sql.map(({ node }) => at(source, node, 'asks the database server for the time'))]
}

/** Under column grants `*` is refused, and what is not named was not thought about. */
export const everyColumn: Rule = (source) => {
  if (!inSrc(source) || isTest(source.path)) return []
  const calls = nodes(source).filter(({ node }) => {
    const name = node.type === 'MemberExpression' ? nameOf(node.property) : undefined
    return name === 'selectAll' || name === 'returningAll'
  })
  const sql = inFeature(source)
    ? texts(source).filter(({ text }) => /\b(select|returning)\s+([a-z_]+\.)?\*/i.test(text))
    : []
  return [...calls, ...sql].map(({ node }) => at(source, node, 'takes every column'))
}

/** The content security policy allows nothing inline, so it would be ignored, and only in front of people. */
export const nothingInline: Rule = (source) => {
  if (!source.path.endsWith('.tsx') || isTest(source.path)) return []
  return nodes(source).flatMap(({ node }) => {
    const name = nameOf(node.name)
    if (node.type === 'JSXAttribute' && name === 'style') return [at(source, node, 'is a style attribute')]
    if (node.type === 'JSXAttribute' && /^on[a-z]/i.test(name ?? '')) return [at(source, node, 'is a script attribute')]
    if (node.type === 'JSXAttribute' && name === 'dangerouslySetInnerHTML' && source.path !== 'src/ui/raw.tsx')
      return [at(source, node, 'emits markup unescaped; only src/ui/raw.tsx may')]
    if (node.type !== 'JSXOpeningElement' || (name !== 'style' && name !== 'script')) return []
    const linked = (node.attributes as Node[]).some((one) => nameOf(one.name) === 'src')
    return linked ? [] : [at(source, node, `is an inline ${name}`)]
  })
}

/** Ways of keeping the compiler or a test quiet. */
export const noQuieting: Rule = (source) => {
  const comments = new RegExp(`@ts-(ignore|nocheck)|\\b(${['TO', 'FIX'].join('DO|')}ME)\\b`, 'g')
  const marks = [...source.text.matchAll(comments)].map(
    (match) => `${source.path}:${lineAt(source, match.index)} says ${match[0]}`,
  )
  const calls = nodes(source).flatMap(({ node }) => {
    if (node.type === 'TSAsExpression' && (node.typeAnnotation as Node).type === 'TSAnyKeyword')
      return [at(source, node, 'says "as any"')]
    const property = node.type === 'MemberExpression' ? nameOf(node.property) : undefined
    const quiet = property && /^(skip|only|todo|fixme|skipIf|runIf)$/.test(property)
    const test =
      quiet && /^(test|it|describe)$/.test(nameOf(node.object) ?? nameOf((node.object as Node).property) ?? '')
    return test ? [at(source, node, `leaves out a test with .${property}`)] : []
  })
  return [...marks, ...calls]
}

const machinePath = new RegExp(`(?<![\\w.~:-])/(${['work', 'tmp', 'root', 'home', 'Users'].join('|')})/[\\w.-]`)
const registryHost = new RegExp(['registry', '\\.(npmjs|yarnpkg|npmmirror)\\.'].join(''))

/** Nothing in the project may depend on where it was made. */
export const placeless: Rule = ({ path, text }) =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(machinePath.test(line) ? [`${path}:${index + 1} names a folder of one machine`] : []),
      ...(registryHost.test(line) ? [`${path}:${index + 1} names a registry`] : []),
      ...(posix.basename(path) === 'package-lock.json' && /"resolved": "http/.test(line)
        ? [`${path}:${index + 1} says where a package came from`]
        : []),
    ])

/** In SQL a default of the server's clock would escape the service's. */
export const sqlClock: Rule = ({ path, text }) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      /\bdefault\s+(now\s*\(|current_(date|timestamp)|localtimestamp)/i.test(line)
        ? [`${path}:${index + 1} defaults to the server's clock`]
        : [],
    )
