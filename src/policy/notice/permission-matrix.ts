import type { CompiledMay, CompiledPolicy, CompiledPurpose, CompiledRole } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import { fill, type SettingValues } from '../prose/slots.ts'
import { listed, sentence } from '../prose/words.ts'
import type { Area, CategoryKey, Operation, PurposeKey, RoleKey, RowScope } from '../vocabulary.ts'

export interface MatrixColumn {
  readonly role: RoleKey
  readonly title: string
  readonly area: Area
  readonly planned: boolean
}

export interface MatrixCell {
  readonly role: RoleKey
  readonly operations: readonly Operation[]
  readonly rows: RowScope | null
  /** "Reads and changes: cases given to them". Empty where nothing is allowed. */
  readonly words: string
  readonly planned: boolean
}

export interface MatrixRow {
  readonly purpose: PurposeKey
  readonly title: string
  readonly planned: boolean
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly removes: readonly string[]
  readonly cells: readonly MatrixCell[]
}

/** Who may do what, for which purpose: one row for each purpose, one cell for each role. */
export interface PermissionMatrix {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
}

const operationWords: Readonly<Record<Operation, string>> = {
  read: 'reads',
  add: 'adds',
  change: 'changes',
  remove: 'destroys',
}

const rowWords: Readonly<Record<RowScope, string>> = {
  any: 'everything',
  assigned: 'the cases given to them',
  own: 'what is their own',
  added: 'what they themselves send',
}

const viewWords = { clear: '', pseudonymised: ', with names taken out', aggregate: ', as counts' } as const

const spoken = (may: CompiledMay): string =>
  sentence(`${listed(may.do.map((each) => operationWords[each]))}: ${rowWords[may.rows]}${viewWords[may.view]}`)

function cellOf(role: CompiledRole, purpose: PurposeKey): MatrixCell {
  const live = role.may.find((may) => may.purpose === purpose)
  const may = live ?? role.planned.find((each) => each.purpose === purpose)
  return {
    role: role.key,
    operations: may?.do ?? [],
    rows: may?.rows ?? null,
    words: may ? spoken(may) : '',
    planned: may !== undefined && live === undefined,
  }
}

/** The staff permission matrix. What is planned stands in it, marked, so that nobody is surprised when it comes. */
export function permissionMatrix(policy: CompiledPolicy, settings: SettingValues): PermissionMatrix {
  const roles = entriesOf(policy.roles).map(([, role]) => role)
  const titles = (keys: readonly CategoryKey[]): string[] =>
    keys.map((key) => sentence(fill(policy, policy.categories[key]?.title ?? key, settings)))
  const rowOf = (purpose: CompiledPurpose): MatrixRow => ({
    purpose: purpose.key,
    title: fill(policy, purpose.title, settings),
    planned: purpose.state === 'planned',
    reads: titles(purpose.reads),
    writes: titles(purpose.writes),
    removes: titles(purpose.removes),
    cells: roles.map((role) => cellOf(role, purpose.key)),
  })
  return {
    columns: roles.map(({ key, title, area, state }) => ({ role: key, title, area, planned: state === 'planned' })),
    rows: entriesOf(policy.purposes).map(([, purpose]) => rowOf(purpose)),
  }
}
