import { describe, expect, test } from 'vitest'
import { newId } from '../../../values/ids.ts'
import { folded, foldedAddress } from './folded.ts'
import { type ContactPoint, channels, type KnownWays, type Safety, wayAmong } from './ways.ts'

const notAsked = Object.fromEntries(channels.map((it) => [it, 'not_asked'])) as KnownWays['card']
const point = (more: Partial<ContactPoint> = {}): ContactPoint => ({
  ...{ id: newId(), personId: newId(), kind: 'email', value: 'sam@mail.example', source: 'self', confirmedAt: null },
  ...{ safety: 'safe', voicemailSafety: 'not_asked' },
  ...more,
})
const known = (points: readonly ContactPoint[], more: Partial<KnownWays> = {}): KnownWays => ({
  ...{ points, card: notAsked, shared: new Set() },
  ...more,
})
const card = (said: Partial<Record<(typeof channels)[number], Safety>>) => ({ card: { ...notAsked, ...said } })

describe('a way to reach somebody', () => {
  test('is a point that they called safe, and none that nobody asked about', () => {
    expect(wayAmong(known([point()]), 'email', 'anything')).toMatchObject({ usable: true })
    const unasked = known([point({ safety: 'not_asked' })])
    expect(wayAmong(unasked, 'email', 'anything')).toEqual({ usable: false, why: 'not_asked' })
    expect(wayAmong(known([]), 'letter', 'anything')).toEqual({ usable: false, why: 'none' })
  })

  test('passes over an unsafe point to a safe one', () => {
    const [bad, good] = [point({ safety: 'unsafe' }), point()]
    expect(wayAmong(known([bad, good]), 'email', 'anything')).toEqual({ usable: true, point: good })
  })

  test.each(['anything', 'neutral', 'invitation'] as const)('is none for %s when the card says unsafe', (use) => {
    expect(wayAmong(known([point()], card({ email: 'unsafe' })), 'email', use)).toEqual({
      usable: false,
      why: 'unsafe',
    })
  })

  test('a message is left where leaving one is safe and ringing is', () => {
    const phone = point({ kind: 'telephone', value: '01603555123', voicemailSafety: 'safe' })
    expect(wayAmong(known([phone]), 'voicemail', 'anything').usable).toBe(true)
    expect(wayAmong(known([phone], card({ telephone: 'unsafe' })), 'voicemail', 'anything').usable).toBe(false)
    expect(wayAmong(known([{ ...phone, voicemailSafety: 'not_asked' }]), 'voicemail', 'anything').usable).toBe(false)
  })

  test('a text goes where it was asked about, also where ringing is not safe', () => {
    const phone = point({ kind: 'telephone', value: '07700900123' })
    expect(wayAmong(known([phone]), 'text_message', 'anything')).toEqual({ usable: false, why: 'not_asked' })
    const texts = card({ text_message: 'safe', telephone: 'unsafe' })
    expect(wayAmong(known([phone], texts), 'text_message', 'anything').usable).toBe(true)
    expect(wayAmong(known([phone], texts), 'telephone', 'anything').usable).toBe(false)
  })

  test('that is the other party’s too takes neutral words and nothing else', () => {
    const both = point()
    const shared = known([both], { shared: new Set([both.id]) })
    expect(wayAmong(shared, 'email', 'anything')).toEqual({ usable: false, why: 'shared' })
    expect(wayAmong(shared, 'email', 'invitation')).toEqual({ usable: false, why: 'shared' })
    expect(wayAmong(shared, 'email', 'neutral').usable).toBe(true)
  })
})

describe.each(['other_party', 'referrer'] as const)('what came from the %s', (source) => {
  const told = point({ source, safety: 'not_asked' })

  test('serves the invitation and nothing else', () => {
    expect(wayAmong(known([told]), 'email', 'invitation')).toEqual({ usable: true, point: told })
    for (const use of ['anything', 'neutral'] as const)
      expect(wayAmong(known([told]), 'email', use)).toEqual({ usable: false, why: 'told_by_another' })
  })

  test('is not used against a warning', () => {
    expect(wayAmong(known([{ ...told, safety: 'unsafe' }]), 'email', 'invitation').usable).toBe(false)
  })

  test('yields to their own word, and is theirs once they confirmed it', () => {
    const own = point({ value: 'own@mail.example' })
    expect(wayAmong(known([told, own]), 'email', 'invitation')).toEqual({ usable: true, point: own })
    expect(wayAmong(known([told, { ...own, safety: 'unsafe' }]), 'email', 'invitation').usable).toBe(false)
    const confirmed = { ...told, safety: 'safe', confirmedAt: Temporal.Instant.from('2026-11-23T10:00:00Z') } as const
    expect(wayAmong(known([confirmed]), 'email', 'anything').usable).toBe(true)
  })
})

describe('two details are one', () => {
  test.each([
    ['Sam@Mail.Example', 'sam@mail.example'],
    ['sam+court@mail.example', 'sam@mail.example'],
    ['S.am.Lee+x@googlemail.com', 'samlee@gmail.com'],
  ])('mailbox %s', (one, other) => {
    expect(folded('email', one)).toBe(folded('email', other))
  })

  test('mailboxes of two people at one host are two', () => {
    expect(folded('email', 's.am@mail.example')).not.toBe(folded('email', 'sam@mail.example'))
  })

  test('a telephone with or without its country', () => {
    expect(folded('telephone', '+44 1603 555 123')).toBe(folded('telephone', '01603 555123'))
  })

  test.each([
    ['1 High Street\nNorwich', 'NR1 3AA', '1, High St., Norwich', 'nr13aa'],
    ['Flat 2, 14 Mill Lane', 'NR1 3AA', '14 Mill Lane\nFlat 2', 'NR1 3AA'],
    ['Rose Cottage\nThe Green', 'NR1 3AA', 'Rose  Cottage', 'NR1 3AA'],
  ])('address %j %s', (one, postcode, other, otherPostcode) => {
    expect(foldedAddress(one, postcode)).toBe(foldedAddress(other, otherPostcode))
  })

  test('neighbours are not', () => {
    expect(foldedAddress('1 High Street', 'NR1 3AA')).not.toBe(foldedAddress('3 High Street', 'NR1 3AA'))
    expect(foldedAddress('1 High Street', 'NR1 3AA')).not.toBe(foldedAddress('1 High Street', 'NR1 3AB'))
  })
})
