import { expect, test } from 'vitest'
import { shippedPolicy } from '../../../test/support/policies.ts'
import type { Swept } from '../../features/retention/index.ts'
import { tell } from './sweep.ts'

const nothing: Swept = {
  ...{ result: 'done', announced: 0, deferred: 0, putBack: 0, toReview: 0, failed: 0, repaired: 0 },
  ...{ destroyed: { case: 0, enquiry: 0 }, small: {} },
}
const told = async (swept: Swept | null) => {
  const lines: string[] = []
  const status = tell(swept, await shippedPolicy('trust'), (line) => lines.push(line))
  return { status, text: lines.join('\n') }
}

test('a sweep says its counts, in the words of the policy', async () => {
  const { status, text } = await told({ ...nothing, destroyed: { case: 2, enquiry: 11 }, small: { draft: 3 } })
  expect(status).toBe(0)
  expect(text).toContain('     2  Cases destroyed')
  expect(text).toContain('    11  Enquiries destroyed')
  expect(text).toContain('     3  What a mediator began to write and left')
})

test('what is left undone is an error of the command', async () => {
  expect(await told({ ...nothing, result: 'partial', failed: 1 })).toMatchObject({ status: 1 })
  const halted = await told({ ...nothing, result: 'halted' })
  expect(halted.status).toBe(1)
  expect(halted.text).toContain('Nothing was done')
  expect((await told(null)).status).toBe(0)
})
