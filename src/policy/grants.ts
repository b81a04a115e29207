import type { Classification, ColumnClass, TableClass } from './classification.ts'
import type { Area, CategoryKey, Operation, PurposeKey, RoleKey, RowScope } from './vocabulary.ts'

/** The part of a compiled policy that rules the database. */
export interface Ruling {
  readonly purposes: Readonly<
    Partial<
      Record<
        PurposeKey,
        {
          readonly key: PurposeKey
          readonly state: 'active' | 'planned'
          readonly reads: readonly CategoryKey[]
          readonly writes: readonly CategoryKey[]
          readonly removes: readonly CategoryKey[]
        }
      >
    >
  >
  readonly roles: Readonly<
    Partial<
      Record<
        RoleKey,
        {
          readonly key: RoleKey
          readonly area: Area
          readonly may: readonly {
            readonly purpose: PurposeKey
            readonly rows: RowScope
            readonly do: readonly Operation[]
          }[]
        }
      >
    >
  >
}

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

/** One right: a database role is an area under a purpose. `column` is null for DELETE, which is of whole rows. */
export interface Grant {
  readonly area: Area
  readonly purpose: PurposeKey
  readonly table: string
  readonly column: string | null
  readonly privilege: Privilege
}

/** What may be done in an area under a purpose: the union over the area's roles. */
export interface Access {
  readonly area: Area
  readonly purpose: PurposeKey
  readonly reads: ReadonlySet<CategoryKey>
  readonly writes: ReadonlySet<CategoryKey>
  readonly removes: ReadonlySet<CategoryKey>
  readonly operations: ReadonlySet<Operation>
}

/** Each area and purpose that some role of the policy may act in. A planned purpose gives none. */
export function accessesOf(ruling: Ruling): Access[] {
  const found = new Map<string, { area: Area; purpose: PurposeKey; operations: Set<Operation> }>()
  for (const role of Object.values(ruling.roles)) {
    for (const may of role.may) {
      if (ruling.purposes[may.purpose]?.state !== 'active') continue
      const name = `${role.area}.${may.purpose}`
      const access = found.get(name) ?? { area: role.area, purpose: may.purpose, operations: new Set() }
      for (const operation of may.do) access.operations.add(operation)
      found.set(name, access)
    }
  }
  return [...found.values()].map((access) => {
    const purpose = ruling.purposes[access.purpose]
    return {
      ...access,
      reads: new Set(purpose?.reads),
      writes: new Set(purpose?.writes),
      removes: new Set(purpose?.removes),
    }
  })
}

/** Every right of every database role: the one source for the generator, the check at start and the matrix test. */
export function grantsOf(ruling: Ruling, classification: Classification): Grant[] {
  return accessesOf(ruling).flatMap((access) =>
    Object.entries(classification).flatMap(([table, tableClass]) => grantsOnTable(access, table, tableClass)),
  )
}

/** The rights of one role on one table. */
export function grantsOnTable(access: Access, table: string, tableClass: TableClass): Grant[] {
  const grants: Grant[] = []
  const give = (column: string | null, privilege: Privilege) =>
    grants.push({ area: access.area, purpose: access.purpose, table, column, privilege })
  const used = categoriesOf(tableClass)
  const touches = used.some((it) => access.reads.has(it) || access.writes.has(it) || access.removes.has(it))
  const writesAny = used.some((it) => access.writes.has(it))
  for (const [column, columnClass] of Object.entries(tableClass.columns)) {
    const reads = columnClass.kind === 'personal' ? access.reads.has(columnClass.category) : touches
    const writes = columnClass.kind === 'personal' ? access.writes.has(columnClass.category) : writesAny
    const filled = columnClass.filled
    if (reads && access.operations.has('read')) give(column, 'SELECT')
    if (filled !== 'server' && ((writes && access.operations.has('add')) || tableClass.everyRoleAdds))
      give(column, 'INSERT')
    if (filled === undefined && writes && access.operations.has('change')) give(column, 'UPDATE')
  }
  if (mayRemove(access, used, tableClass)) give(null, 'DELETE')
  return grants
}

function mayRemove(access: Access, used: readonly CategoryKey[], tableClass: TableClass): boolean {
  if (access.operations.has('remove') && used.every((it) => access.removes.has(it))) return true
  return access.operations.has('change') && (tableClass.removedBy?.includes(access.purpose) ?? false)
}

/** The categories that decide about a table: its own, and those of its personal columns. */
export function categoriesOf(tableClass: TableClass): CategoryKey[] {
  const personal = Object.values(tableClass.columns).flatMap((it: ColumnClass) =>
    it.kind === 'personal' ? [it.category] : [],
  )
  return [...new Set([tableClass.category, ...personal])]
}
