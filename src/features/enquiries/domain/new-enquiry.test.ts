import { expect, test } from 'vitest'
import { type Reach, replyWay } from './new-enquiry.ts'

const nothing: Reach = {
  email: null,
  telephone: null,
  telephoneDigits: null,
  address: null,
  postcode: null,
  emailSafety: 'unsafe',
  telephoneSafety: 'unsafe',
  letterSafety: 'unsafe',
  voicemailSafety: 'not_asked',
  contactTimes: null,
  ...{ safeDays: null, safeFrom: null, safeUntil: null },
}
const everything = { email: 'a@example.org', telephone: '01603 555 123', address: '1 Quay Street', postcode: 'NR1 1AA' }

test('what was not called safe is not used, though we know it', () => {
  expect(replyWay({ ...nothing, ...everything })).toBe('none')
  expect(replyWay({ ...nothing, ...everything, telephoneSafety: 'safe' })).toBe('telephone')
  expect(replyWay({ ...nothing, ...everything, telephoneSafety: 'safe', letterSafety: 'safe' })).toBe('letter')
  expect(replyWay({ ...nothing, ...everything, letterSafety: 'safe', emailSafety: 'safe' })).toBe('email')
  expect(replyWay({ ...nothing, ...everything, emailSafety: 'not_asked' })).toBe('none')
})

test('what was called safe and not given cannot be used', () => {
  expect(replyWay({ ...nothing, emailSafety: 'safe', letterSafety: 'safe', telephoneSafety: 'safe' })).toBe('none')
})
