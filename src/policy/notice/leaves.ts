/** One value at the end of a path in a policy. A list of plain words is one leaf, compared as a set. */
export interface Leaf {
  readonly path: string
  readonly value: unknown
}

const plainList = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each !== 'object')

/** What a role may do is named by its purpose and not by its place in the list, which means nothing. */
const nameOf = (index: string, inner: unknown, among: unknown): string =>
  Array.isArray(among) && inner !== null && typeof inner === 'object' && 'purpose' in inner
    ? String(inner.purpose)
    : index

/** Every leaf of a plain value, in order of its paths as written. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (value === null || typeof value !== 'object' || plainList(value)) return [{ path, value }]
  return Object.entries(value).flatMap(([index, inner]) => {
    const name = nameOf(index, inner, value)
    return leavesOf(inner, path ? `${path}.${name}` : name)
  })
}
