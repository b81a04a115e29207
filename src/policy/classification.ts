import type { Aggregate, CategoryKey, PurposeKey } from './vocabulary.ts'

/** Whom a column tells something about. */
export type About = 'enquirer' | 'party' | 'child' | 'otherPeople' | 'professional' | 'staff' | 'visitor'

/**
 * What a column is. `personal` columns belong to a category and follow the purposes that use it; `key` columns tie rows together
 * (identifiers and references: who can read anything of the row can read them); `course` columns tell how far something is
 * (states and times) and are granted like keys; `notPersonal` columns tell of nobody, for the reason given.
 */
export type ColumnClass =
  | {
      readonly kind: 'personal'
      readonly category: CategoryKey
      readonly about: readonly About[]
      /** `freeText` may tell of anybody; `file` is the name or content of a file. */
      readonly form: 'value' | 'freeText' | 'file'
      readonly onAccess: OnAccess
      readonly filled?: Filled
    }
  | { readonly kind: 'key' | 'course'; readonly about: readonly About[]; readonly filled?: Filled }
  | { readonly kind: 'notPersonal'; readonly reason: string; readonly filled?: Filled }

/**
 * What the person gets of it who asks to see what is held. `review`: a colleague reads it first. `never`: it is not even said whether
 * there is any. `copy`: another column with its form changed, for searching.
 */
export type OnAccess = 'give' | 'review' | 'withhold' | 'never' | 'copy'

/**
 * Whose a row is when somebody asks to see what is held, where neither its row rule nor a zone, a person or a party in it says so. `both`:
 * the two parties know it. `office`: it was written for the office, so that what is in it is read before any of it goes. `through`:
 * that of the row which a column names. `sideOtherThan`: of the party that the column does not name. `person`: of the one in `person_id`,
 * and no row rule of the table asks for them. `nobodys`: it cannot be followed to somebody, for the reason given.
 */
export type Whose =
  | 'both'
  | 'office'
  | 'person'
  | { readonly sideOtherThan: string }
  | { readonly through: string; readonly of: string }
  | { readonly nobodys: string }

/** `once`: written with the row and never changed. `server`: by the database itself; no purpose can write it. */
export type Filled = 'once' | 'server'

/** How the rows of a table are told apart when a role may not see all of them. */
export type RowRule =
  /** Rows of a case: seen by those to whom the case is given. A zone column, if named, decides what a party sees. */
  | { readonly by: 'case'; readonly column: string; readonly zone?: string }
  /** The same, for staff alone; what is hidden is seen by whoever decided it, and by those who may see what is told to nobody. */
  | {
      readonly by: 'case'
      readonly column: string
      readonly hidden: string
      readonly holder: string
      readonly ground: string
    }
  /** The same; a party sees a row once they agreed to the meeting that this column names, while they may join it. */
  | { readonly by: 'case'; readonly column: string; readonly agreedTo: string }
  /** Rows of a case without a zone, also for the parties of the case: what tells neither of the other. */
  | { readonly by: 'case'; readonly column: string; readonly bothParties: true }
  /** Rows of a person who is a party: seen with the cases of that person; by a party only when it is themselves. */
  | { readonly by: 'person'; readonly column: string }
  /** Rows about complaints, whose column names the complaint: kept from the colleague whom it is about; with a person, also for them. */
  | { readonly by: 'complaint'; readonly column: string; readonly person?: string }
  /** Rows that are one member of staff's alone. */
  | { readonly by: 'actor'; readonly column: string }
  /** Rows about a member of staff: whoever may see only their own sees these of themselves. */
  | { readonly by: 'colleague'; readonly column: string }
  /** The same, and a party sees those whom they meet. */
  | { readonly by: 'colleague'; readonly column: string; readonly metByParties: true }
  /** Rows of one who holds them: whoever may see assigned cases sees these when they are that person, whoever may see any sees all. */
  | { readonly by: 'holder'; readonly column: string; readonly case: string }
  /** Rows that tell of nobody in particular, or that every purpose which may read the columns may see whole. */
  | { readonly by: 'everyone' }
  /** The same, and whoever is a party to something may see them. */
  | { readonly by: 'everyone'; readonly alsoParties: true }

/** How one table is classified: which life it belongs to, whose rows are whose, what each column is. */
export interface TableClass<Columns extends string = string> {
  readonly of: Aggregate
  /** The category that non-personal and key columns follow when the table has no personal column of its own. */
  readonly category: CategoryKey
  readonly rows: RowRule
  readonly whose?: Whose
  /** Purposes that may add rows beside those that write the category: every role writes the read log, for instance. */
  readonly everyRoleAdds?: true
  /** Deleted in the course of work (a draft that was sent), not only at the end of its life. */
  readonly removedBy?: readonly PurposeKey[]
  readonly columns: { readonly [Column in Columns]: ColumnClass }
}

/** All classified tables by name. */
export type Classification = Readonly<Record<string, TableClass>>

/** A personal column. What is written freely, or is a file, is looked through by a person before it is given on access. */
export const personal = (
  category: CategoryKey,
  about: readonly About[],
  more: Partial<Pick<Extract<ColumnClass, { kind: 'personal' }>, 'form' | 'onAccess' | 'filled'>> = {},
): ColumnClass => {
  const form = more.form ?? 'value'
  const onAccess = more.onAccess ?? (form === 'value' ? 'give' : 'review')
  return { ...more, kind: 'personal', category, about, form, onAccess }
}

/** An identifier or reference: written with its row, never changed. */
export const key = (...about: readonly About[]): ColumnClass => ({ kind: 'key', about, filled: 'once' })

/** A state or a time that changes as things go on. */
export const course = (...about: readonly About[]): ColumnClass => ({ kind: 'course', about })

/** A time or a name of who acted, filled by the database. */
export const stamp = (...about: readonly About[]): ColumnClass => ({ kind: 'course', about, filled: 'server' })

export const notPersonal = (reason: string, filled?: Filled): ColumnClass => ({
  kind: 'notPersonal',
  reason,
  ...(filled ? { filled } : {}),
})

/** The classes of some tables: leaving a column out, or naming one that is not there, does not compile. */
export type Classified<Tables, Names extends keyof Tables> = {
  readonly [Name in Names]: TableClass<keyof Tables[Name] & string>
}
