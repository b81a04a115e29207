import { describe, expect, test } from 'vitest'
import { type ServiceVoice, shortForm } from '../../messages/index.ts'
import type { Means } from '../domain/appointment.ts'
import { reminderPlanOn } from '../domain/reminders.ts'
import { appointmentMessage } from './appointment-messages.ts'
import { appointmentReminder } from './appointment-reminder.ts'

const voice: ServiceVoice = { name: 'Harbour House – Norwich', telephone: '01603 555 123', email: 'o@harbour.example' }
const startsAt = Temporal.Instant.from('2026-09-30T09:30:00Z')
const usual = { startsAt, endsAt: startsAt.add({ minutes: 90 }), means: 'room' as const }
const short = '12 Quay Street, Norwich NR1 3AA'
const long = `The Old Library’s annexe, second door on the left behind the car park, ${'Long Lane, '.repeat(25)}NR1 3AA`
const plan = reminderPlanOn(Temporal.PlainDate.from('2026-09-23'))

const all = (place: string, means: Means) => [
  ...(['booked', 'moved', 'cancelled'] as const).map((it) => appointmentMessage(it, { ...usual, means, place }, voice)),
  ...(['miam', 'session'] as const).map((kind) => appointmentReminder({ ...usual, means, place, kind }, voice, plan)),
]

describe.each(['room', 'telephone'] as const)('each word about an appointment by %s', (means) => {
  test.each([short, long])('fits into a text of two parts, with its day and who writes: %#', (place) => {
    for (const { template, short: text } of all(place, means)) {
      expect(text?.length, template).toBeLessThanOrEqual(306)
      expect(text, template).toMatch(/30 Sep/)
      expect(text, template).toMatch(/Harbour House - Norwich$/)
      expect(text, template).not.toMatch(/mediat|separat|divorc|court|child|partner/i)
    }
  })

  test('a usual place is in it, and how to change it', () => {
    for (const { template, short: text } of all(short, means)) {
      expect(text, template).toContain('01603 555 123')
      if (means === 'room' && template !== 'appointment-cancelled') expect(text, template).toContain(short)
    }
  })
})

test('the form of a text is one for all who write', () => {
  expect(shortForm(['One.', 'Two.'])).toBe('One. Two.')
})
