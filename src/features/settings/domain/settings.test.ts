import { describe, expect, test } from 'vitest'
import { paragraphsOf } from './page-wording.ts'
import { type Price, pricesOn } from './prices.ts'
import { letterAgrees, maySignCertificates, type Registration } from './registration.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('prices', () => {
  const prices: Price[] = [
    { item: 'miam', amountPence: 14000, inForceFrom: '2027-01-01' },
    { item: 'miam', amountPence: 13000, inForceFrom: '2026-01-01' },
    { item: 'miam', amountPence: 12000, inForceFrom: '2026-01-01' },
    { item: 'session', amountPence: 9000, inForceFrom: '2026-06-01' },
  ]

  test('are in force from their day on', () => {
    expect(pricesOn(prices, day('2025-12-31'))).toEqual([])
    expect(pricesOn(prices, day('2026-12-31')).map((it) => it.amountPence)).toEqual([13000, 9000])
    expect(pricesOn(prices, day('2027-01-01')).map((it) => it.amountPence)).toEqual([14000, 9000])
  })
})

describe('a registration', () => {
  const accredited: Registration = { number: '0123A', kind: 'accredited', validUntil: '2026-11-23' }

  test('lets a mediator sign until its last day', () => {
    expect(maySignCertificates(accredited, day('2026-11-23'))).toBe(true)
    expect(maySignCertificates(accredited, day('2026-11-24'))).toBe(false)
    expect(maySignCertificates({ ...accredited, number: '0123P', kind: 'provisional' }, day('2026-11-23'))).toBe(true)
  })

  test('lets neither a trainee sign, nor nobody', () => {
    expect(maySignCertificates({ ...accredited, number: '0123T', kind: 'trainee' }, day('2026-11-23'))).toBe(false)
    expect(maySignCertificates(null, day('2026-11-23'))).toBe(false)
  })

  test('agrees with its letter', () => {
    expect(letterAgrees('0123A', 'accredited')).toBe(true)
    expect(letterAgrees('0123T', 'accredited')).toBe(false)
    expect(maySignCertificates({ ...accredited, number: '0123T' }, day('2026-11-23'))).toBe(false)
  })
})

test('paragraphs are parted by empty lines and keep their own line ends', () => {
  expect(paragraphsOf('One\ntwo\n\n \nThree\n')).toEqual(['One\ntwo', 'Three'])
  expect(paragraphsOf('  ')).toEqual([])
})
