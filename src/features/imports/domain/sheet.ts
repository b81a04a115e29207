import type { Id } from '../../../values/ids.ts'
import type { CaseOutcome, Side, Topic } from '../../cases/index.ts'
import type { Safety, Source } from '../../people/index.ts'
import type { FieldKey } from './fields.ts'

/** A sheet as it waits: its headings, and below them its rows with their numbers in the spreadsheet. */
export interface Sheet {
  readonly fileName: string
  readonly sheetName: string | null
  /** Other sheets of the file, which were not read. */
  readonly skipped: readonly string[]
  readonly headings: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** What somebody said of a sheet, without which it cannot be read. */
export interface SheetChoices {
  /** For each column what it is; null where it is not brought in. */
  readonly columns: readonly (FieldKey | null)[]
  /** Who gave the details of party B, where the sheet does not say: what another gave serves to invite them and nothing else. */
  readonly detailsOfB: 'self' | 'other_party'
  /** What a case is about where the sheet does not say. */
  readonly topicOtherwise: Topic
  readonly dayFirst: boolean | null
  /** Rows that somebody left out. */
  readonly leftOut: readonly number[]
}

export type Channels = Readonly<Record<'email' | 'telephone' | 'voicemail' | 'text_message' | 'letter', Safety>>

export interface SheetPerson {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly formerNames: string | null
  readonly birthDate: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly safe: Channels
  readonly contactNotes: string | null
  readonly source: Source
}

/** A case as it can come in. */
export interface SheetCase {
  readonly rows: readonly number[]
  readonly reference: string | null
  readonly topic: Topic
  readonly openedOn: string | null
  readonly closed: { readonly on: string; readonly outcome: CaseOutcome } | null
  readonly mediatorId: Id | null
  readonly parties: Readonly<Record<Side, SheetPerson>>
}

/** Something about a cell, or about a row where there is no heading. */
export interface Remark {
  readonly row: number
  readonly heading: string | null
  readonly words: string
  /** What stands there. */
  readonly value: string
}

export interface DryRun {
  readonly cases: readonly SheetCase[]
  /** Each leaves its row out, and with it the other row of its case. */
  readonly problems: readonly Remark[]
  /** What comes in otherwise than one may think. */
  readonly notes: readonly Remark[]
  /** How many rows do not come in because of a problem. */
  readonly rowsWithProblems: number
}
