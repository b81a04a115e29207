import { expect, test } from 'vitest'
import { newId } from '../../../values/ids.ts'
import type { Registration } from '../../settings/index.ts'
import { type CertificateFacts, whyNotIssued } from './certificate-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const mediator = newId()
const accredited: Registration = { number: '1234A', kind: 'accredited', validUntil: '2027-03-31' }
const allowed: CertificateFacts = {
  actor: mediator,
  caseMediator: mediator,
  heldOn: day('2026-11-20'),
  today: day('2026-11-23'),
  signer: accredited,
  holder: accredited,
  attended: true,
  riskRecorded: true,
}

test.each<[string, Partial<CertificateFacts>, string | null]>([
  ['the case’s accredited mediator', {}, null],
  ['a provisional one', { signer: { ...accredited, number: '1234P', kind: 'provisional' } }, null],
  ['on the last day of the registration', { today: day('2027-03-31') }, null],
  ['the day after it', { today: day('2027-04-01') }, 'registration_ended'],
  ['somebody else', { actor: newId() }, 'not_case_mediator'],
  ['a case without a mediator', { caseMediator: null }, 'not_case_mediator'],
  ['nobody in the register', { signer: null }, 'not_registered'],
  ['a trainee', { signer: { ...accredited, number: '1234T', kind: 'trainee' } }, 'not_registered'],
  ['a number of another kind', { signer: { ...accredited, number: '1234T' } }, 'registration_ended'],
  ['a MIAM held by a trainee', { holder: { ...accredited, number: '4321T', kind: 'trainee' } }, 'held_by_unregistered'],
  [
    'a MIAM held after the registration',
    { holder: { ...accredited, validUntil: '2026-11-19' } },
    'held_by_unregistered',
  ],
  ['somebody of whom the appointment does not say', { attended: null }, null],
  ['somebody who did not come', { attended: false }, 'not_attended'],
  ['no assessment of risk', { riskRecorded: false }, 'risk_missing'],
])('%s', (_, changed, reason) => {
  expect(whyNotIssued({ ...allowed, ...changed })).toBe(reason)
})
