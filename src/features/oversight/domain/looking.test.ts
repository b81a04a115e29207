import { expect, test } from 'vitest'
import { lookingDeeds } from './looking.ts'

test('looking is told from doing', () => {
  for (const deed of ['case.opened', 'case.details-opened', 'case.booking']) expect(lookingDeeds).toContain(deed)
  for (const deed of ['case.reopened', 'case.begun', 'appointment.booked', 'follow-up.done'])
    expect(lookingDeeds).not.toContain(deed)
})
