import { describe, expect, test } from 'vitest'
import { enquiryReceived } from '../emails/enquiry-received.ts'
import { isOneLine, maySayInText, statusWords } from './message-words.ts'
import { pauseAfter } from './pauses.ts'
import { voiceOf } from './service-voice.ts'

const minutes = (attempts: number) => pauseAfter(attempts).total('minutes')

test('pauses between attempts grow to twelve hours and stay there', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 50].map(minutes)
  expect(all).toEqual(all.toSorted((a, b) => a - b))
  expect(all[0]).toBe(1)
  expect(all.at(-1)).toBe(720)
})

test.each(['', 'two\nlines', 'a\rb', 'a\u0000b', 'a\u2028b'])('%j is no subject', (text) => {
  expect(isOneLine(text)).toBe(false)
})

test.each(['invitation', 'invitation-reminder', 'portal-code', 'enquiry-received', 'what nobody has named'])(
  '%s is not said in a text',
  (template) => expect(maySayInText(template)).toBe(false),
)

test.each(['appointment-booked', 'appointment-reminder', 'neutral-details-noted', 'hand-written'])(
  '%s may be said in a text',
  (template) => expect(maySayInText(template)).toBe(true),
)

test('a waiting letter waits to be posted', () => {
  expect(statusWords('letter', 'waiting')).toBe('Waiting to be posted')
  expect(statusWords('email', 'waiting')).toBe('Waiting to be sent')
})

describe('the confirmation of an enquiry', () => {
  const settings = { neutralName: '', telephone: '01603 555 123', email: 'office@harbour.example' }

  test('speaks under the neutral name, or the service’s own where there is none', () => {
    expect(voiceOf(settings, 'Harbour Mediation').name).toBe('Harbour Mediation')
    expect(voiceOf({ ...settings, neutralName: 'Harbour House' }, 'Harbour Mediation').name).toBe('Harbour House')
  })

  test('says nothing of what it is about', () => {
    const voice = voiceOf({ ...settings, neutralName: 'Harbour House' }, 'Harbour Mediation')
    const { subject, body } = enquiryReceived(voice, { reference: 'E-7KQ2' })
    expect(body).toContain('E-7KQ2')
    expect(`${subject} ${body}`).not.toMatch(/mediat|separat|divorc|court|child|ex-|partner|famil|abuse|safe/i)
    expect(isOneLine(subject)).toBe(true)
  })

  test('leaves away a telephone that is not set', () => {
    const { body } = enquiryReceived({ name: 'Harbour House', telephone: '', email: '' }, { reference: 'E-1' })
    expect(body).not.toMatch(/ring us/)
  })
})
