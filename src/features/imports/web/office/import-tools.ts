import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { staffNames } from '../../../staff/index.ts'
import { groundOf, type ImportTools, openSheet } from '../../actions/import-tools.ts'
import { type Import, importOf } from '../../data/import-reads.ts'
import type { Ground } from '../../domain/read-case.ts'
import type { Sheet } from '../../domain/sheet.ts'

export type Request = PageRequest<PurposeKey>

export interface ImportPages extends ImportTools {
  mayAct(role: string, purpose: PurposeKey): boolean
}

export const base = { area: 'office', purpose: 'bringingIn', entry: 'purpose' } as const

/** One import as its pages want it. */
export interface Opened {
  readonly one: Import
  /** While it waits. */
  readonly sheet: Sheet | null
  readonly ground: Ground
  readonly names: ReadonlyMap<Id, string>
}

/** Opens the import of an address; null when there is no such one. */
export async function opened(request: Request, tools: ImportTools): Promise<Opened | null> {
  const { importId } = request.params
  if (!isId(importId)) return null
  const deed = { purpose: 'bringingIn', deed: 'import.opened', subjectId: importId } as const
  return request.desk.read(actorOf(request), deed, async (scope) => {
    const one = await importOf(scope, importId)
    if (!one) return null
    const people = [one.givenBy, one.broughtInBy, one.takenBackBy].filter((id) => id !== null)
    const [ground, names] = await Promise.all([groundOf(scope, tools), staffNames(scope, people)])
    return { one, sheet: openSheet(tools, one), ground, names }
  })
}

/** Which page of a list an address asks for, from 1. */
export function pageIn(text: string | undefined, pages: number): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1
  return Math.min(Math.max(page, 1), Math.max(pages, 1))
}
