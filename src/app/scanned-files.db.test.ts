import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../test/support/a-case.ts'
import { type TestService, testService } from '../../test/support/service.ts'
import { hiddenFields } from '../../test/support/visitor.ts'
import { wholeService } from '../../test/support/whole-service.ts'
import { newCaseKey } from '../platform/files/keyring.ts'
import type { Scanner } from '../platform/files/scanner.ts'

let db: TestService
beforeAll(async () => {
  db = await testService()
})
afterAll(() => db.end())

/** Attaches a small text in a service with this scanner, and answers what became of it. */
async function attachedWith(scanner?: Scanner): Promise<string | undefined> {
  const whole = await wholeService(db, scanner ? { scanner } : {})
  try {
    const mediator = await whole.signedIn('mediator')
    const { caseId } = await aCase(db, { mediator: mediator.staff.id })
    const wrapped = whole.service.keyring.wrap(newCaseKey())
    await db.look('INSERT INTO ev.case_key (case_id, wrapped) VALUES ($1, $2)', [caseId, wrapped])
    const path = `/office/cases/${caseId}/files/new/a`
    const form = new FormData()
    const hidden = hiddenFields((await mediator.get(path)).html, path)
    for (const [name, value] of Object.entries(hidden)) form.set(name, value)
    form.set('legal_quality', 'open')
    form.set('file', new File(['The boiler was mended in May.'], 'boiler.txt'))
    expect((await mediator.upload(path, form)).status).toBe(303)
    return (await db.look<{ status: string }>('SELECT status FROM ev.stored_file WHERE case_id = $1', [caseId]))[0]
      ?.status
  } finally {
    await whole.end()
  }
}

test('the scanner of the service decides what becomes of a file; without one it waits for a person', async () => {
  const seen: number[] = []
  const scanner: Scanner = {
    scan: async (bytes) => {
      seen.push(bytes.length)
      return { verdict: 'clean' }
    },
  }
  expect(await attachedWith(scanner)).toBe('released')
  expect(seen).toEqual([29])
  expect(await attachedWith()).toBe('quarantined')
})
