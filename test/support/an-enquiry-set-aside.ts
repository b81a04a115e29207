import { expect } from 'vitest'
import { restrict } from '../../src/features/endings/index.ts'
import type { Desk } from '../../src/platform/database/desk.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { undoubted } from './a-request.ts'
import type { TestService } from './service.ts'

interface Whose {
  readonly officer: Id
  readonly enquiry: Id
}

/** Its person needs it for a claim: it is kept and not used. */
export async function anEnquirySetAside(db: TestService, desk: Desk<PurposeKey>, it: Whose): Promise<void> {
  const tools = { policy: db.policy, voice: async () => ({}) as never }
  const requestId = await undoubted(db, it.officer, it.enquiry, 'restriction')
  const how = { key: newId(), requestId, covers: 'enquiry', ground: 'claims', told: 'spoken' } as const
  expect(await restrict(desk, tools, it.officer, how)).toMatchObject({ done: true })
}

type Look = (sql: string, values?: readonly unknown[]) => Promise<object[]>

/** It is so still, and no case is made of it. */
export async function expectSetAside(look: Look, { enquiry, caseId }: { readonly enquiry: Id; readonly caseId: Id }) {
  expect(await look('SELECT covers, ground FROM ev.restriction WHERE enquiry_id = $1', [enquiry])).toEqual([
    { covers: 'enquiry', ground: 'claims' },
  ])
  const opened = look('UPDATE ev.enquiry SET case_id = $2 WHERE id = $1', [enquiry, caseId])
  await expect(opened).rejects.toThrow('kept and not used')
}
