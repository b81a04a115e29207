import { expect, test } from 'vitest'
import { nothingSaid, type SafeContactVersion, type Source } from '../../../people/index.ts'
import { cardValues } from './safe-contact.form.ts'

const version = (number: number, saidBy: Source, more: Partial<SafeContactVersion>): SafeContactVersion => ({
  ...nothingSaid,
  ...{ version: number, saidBy, saidOn: '2026-11-23', reason: null, recordedBy: null },
  ...{ recordedAt: Temporal.Instant.from('2026-11-23T10:00:00Z'), ...more },
})

test('what the other party said of times is not carried into a person’s own version, and what is unsafe is', () => {
  const told = version(2, 'other_party', { email: 'unsafe', times: 'He works nights' })
  const own = version(1, 'self', { email: 'safe', times: 'Mornings' })
  expect(cardValues([told, own])).toMatchObject({ email: 'unsafe', times: 'Mornings', seen: '2' })
  expect(cardValues([told])).toMatchObject({ email: 'unsafe', times: '', seen: '2' })
  expect(cardValues([])).toMatchObject({ email: 'not_asked', seen: '0' })
})
