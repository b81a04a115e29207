import { featureOrder } from '../../src/features/order.ts'
import { type Import, importsOf } from './imports.ts'
import { at, isTest, type Source } from './source.ts'

/** Which rooms of the house each room may look into, besides itself. */
const mayEnter: Readonly<Record<string, readonly string[]>> = {
  main: ['app', 'platform', 'values'],
  app: ['features', 'policy', 'platform', 'ui', 'values', 'policies'],
  features: ['policy', 'platform', 'ui', 'values'],
  policy: ['values'],
  platform: ['values'],
  ui: ['values'],
  values: [],
  policies: ['policy', 'values'],
}

/** The floors of a feature, from the ground up: one may only look down. */
const floors: readonly (readonly string[])[] = [
  ['domain'],
  ['data'],
  ['documents', 'emails'],
  ['actions'],
  ['jobs', 'web'],
]

const roomOf = (path: string): string | undefined => {
  if (path === 'src/main.ts') return 'main'
  const [top, room = ''] = path.split('/')
  if (top === 'policies') return 'policies'
  return top === 'src' ? room : undefined
}

interface Place {
  readonly feature: string
  /** Path inside the feature. */
  readonly inside: string
  readonly floor: number
}

const placeOf = (path: string): Place | undefined => {
  const [top, room, feature, ...rest] = path.split('/')
  if (top !== 'src' || room !== 'features' || !feature || rest.length === 0) return undefined
  const floor = floors.findIndex((names) => names.includes(rest[0] ?? ''))
  return { feature, inside: rest.join('/'), floor: rest.length === 1 ? floors.length : floor }
}

const rank = (feature: string): number => (featureOrder as readonly string[]).indexOf(feature)

const betweenRooms = (one: Import): string | undefined => {
  const from = roomOf(one.from)
  const to = roomOf(one.to)
  if (from === undefined) return undefined
  if (to === undefined) return `${one.to} is outside the house`
  if (from === to || mayEnter[from]?.includes(to)) return undefined
  return `${from} may not import ${to} (${one.to})`
}

const isDoor = (inside: string, doors: readonly string[]): boolean => doors.includes(inside)

const intoFeatures = (one: Import): string | undefined => {
  const to = placeOf(one.to)
  const from = placeOf(one.from)
  if (!to || from?.feature === to.feature) return undefined
  if (!from) {
    // What each column is, is said beside the feature and gathered by app.
    const classes = /^data\/[a-z-]+\.classes\.ts$/.test(to.inside)
    if (classes || isDoor(to.inside, ['index.ts', 'plugin.ts', 'plugin.tsx'])) return undefined
    return `${one.to} is reached past its index.ts or plugin.ts`
  }
  if (!isDoor(to.inside, ['index.ts'])) return `${one.to} is a neighbour's: ring its index.ts`
  if (rank(to.feature) < rank(from.feature)) return undefined
  return `${from.feature} comes before ${to.feature} in the written order`
}

const betweenFloors = (one: Import): string | undefined => {
  const from = placeOf(one.from)
  const to = placeOf(one.to)
  if (!from || !to || from.feature !== to.feature) return undefined
  if (to.floor > from.floor) return `${from.inside} may not look up to ${to.inside}`
  const writes = /^data\/.*-writes\.ts$/.test(to.inside)
  if (writes && !one.typeOnly && /^(web|documents|emails|domain)\//.test(from.inside))
    return `${from.inside} may read; only an action may write`
  return undefined
}

const misplaced = (source: Source): string | undefined => {
  const place = placeOf(source.path)
  if (!place) return undefined
  if (rank(place.feature) < 0) return `${source.path} is in a feature that the written order does not name`
  if (place.floor < 0) return `${source.path} is on no floor of its feature (${floors.flat().join(', ')})`
  return undefined
}

/** What in this file goes against the layout of the house. */
export const boundaryBreaches = (source: Source): string[] => {
  if (isTest(source.path)) return []
  const imports = importsOf(source).filter((one) => one.ours)
  const rules = [betweenRooms, intoFeatures, betweenFloors]
  const breaches = imports.flatMap((one) => rules.map((rule) => ({ one, what: rule(one) })))
  const place = misplaced(source)
  return [...(place ? [place] : []), ...breaches.flatMap(({ one, what }) => (what ? [at(source, one.node, what)] : []))]
}

/** Circles of files that need each other to load. Types alone may refer to each other. */
export const circles = (sources: readonly Source[]): string[] => {
  const needs = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((one) => one.ours && !one.typeOnly && one.node.type !== 'ImportExpression')
        .map((one) => one.to),
    ]),
  )
  const finished = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (way.includes(path) || finished.has(path)) return
    for (const next of needs.get(path) ?? []) visit(next, [...way, path])
    finished.add(path)
  }
  for (const path of needs.keys()) visit(path, [])
  return found
}
