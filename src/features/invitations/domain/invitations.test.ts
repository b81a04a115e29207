import { describe, expect, test } from 'vitest'
import { newId } from '../../../values/ids.ts'
import { type Invitation, remindsNow, standingOf } from './board.ts'
import { newReplyCode, readReplyCode, sumOfCode } from './reply-code.ts'
import { nextDue, type Timetable, timetableOf } from './timetable.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(`${text}T10:00:00Z`)

describe('the timetable', () => {
  test.each([
    ['2026-11-20', 0, null, 'invite', '2026-11-24'],
    ['2026-12-23', 0, null, 'invite', '2026-12-29'],
    ['2026-11-20', 1, '2026-11-23', 'remind', '2026-11-30'],
    // Good Friday and Easter Monday are none.
    ['2027-03-20', 1, '2027-03-24', 'remind', '2027-04-02'],
    ['2026-11-20', 2, '2026-11-30', 'remind', '2026-12-07'],
    ['2026-11-20', 3, '2026-12-07', 'close', '2026-12-14'],
  ] as const)('after a MIAM on %s and %i letters, the last on %s: %s on %s', (since, sent, last, what, on) => {
    const due = nextDue({ since: day(since), sent, lastSent: last ? day(last) : null })
    expect({ what: due.what, on: due.on.toString() }).toEqual({ what, on })
  })

  test('says when a day rests on bank holidays that nobody has published', () => {
    expect(nextDue({ since: day('2026-11-20'), sent: 0, lastSent: null }).projected).toBe(false)
    expect(nextDue({ since: day('2029-04-02'), sent: 0, lastSent: null }).projected).toBe(true)
  })

  test('an invitation goes on by the timetable that held when it began', () => {
    const other: Timetable = { from: '2027-01-01', source: 'x', inviteWithin: 1, remindAfter: [], closeAfter: 1 }
    const all = [timetableOf(day('2026-11-20')), other]
    expect(timetableOf(day('2026-12-31'), all).inviteWithin).toBe(2)
    expect(timetableOf(day('2027-01-01'), all).inviteWithin).toBe(1)
  })
})

const begun: Invitation = {
  ...{ id: newId(), caseId: newId(), inviting: 'A', since: day('2026-11-20'), clearance: 'awaited' },
  ...{ namesInviter: false, clearedAt: null, outcome: null, outcomeOn: null },
  ...{ sent: 0, lastSent: null, lastSentAt: null, answer: null },
}
const cleared: Invitation = { ...begun, clearance: 'cleared', clearedAt: at('2026-11-21') }
const sent: Invitation = { ...cleared, sent: 1, lastSent: day('2026-11-23'), lastSentAt: at('2026-11-23') }
const answered = (kind: NonNullable<Invitation['answer']>['kind'], on: string): Invitation => ({
  ...sent,
  answer: { kind, at: at(on), reach: null },
})
const today = day('2026-11-24')

describe('the board', () => {
  test.each([
    ['before the mediator has spoken', begun, 'email', 'safety'],
    ['when it is let go', cleared, 'email', 'invite'],
    ['without a way to write', cleared, null, 'no-way'],
    ['when it was stopped', { ...sent, clearance: 'stopped' }, 'email', 'stopped'],
    ['after the letter', sent, 'letter', 'waiting'],
    ['after an answer', answered('attend', '2026-11-24'), 'email', 'answered'],
    [
      'after an answer that the mediator has looked at since',
      { ...answered('decline', '2026-11-24'), clearedAt: at('2026-11-25') },
      'email',
      'waiting',
    ],
    ['when somebody else got it', answered('not_me', '2026-11-24'), 'email', 'invite'],
    ['when somebody else got it and no other way is known', answered('not_me', '2026-11-24'), null, 'no-way'],
  ] as const)('%s', (_, invitation, way, group) =>
    expect(standingOf(invitation as Invitation, way, today).group).toBe(group),
  )

  test('is late from the day after', () => {
    expect(standingOf(cleared, 'email', day('2026-11-24')).late).toBe(false)
    expect(standingOf(cleared, 'email', day('2026-11-25')).late).toBe(true)
  })

  test('asks to end it when the last reminder has had its time', () => {
    const last: Invitation = { ...sent, sent: 3, lastSent: day('2026-12-07') }
    expect(standingOf(last, 'email', day('2026-12-13')).group).toBe('waiting')
    expect(standingOf(last, 'email', day('2026-12-14')).group).toBe('give-up')
  })
})

describe('a reminder', () => {
  const due = day('2026-11-30')
  test('goes on its day', () => {
    expect(remindsNow(sent, 'email', day('2026-11-29'))).toBe(false)
    expect(remindsNow(sent, 'email', due)).toBe(true)
  })
  test.each([
    ['any answer', answered('attend', '2026-11-24'), 'email'],
    ['a wrong person', answered('not_me', '2026-11-24'), 'email'],
    ['a stop', { ...sent, clearance: 'stopped' }, 'email'],
    ['an end', { ...sent, outcome: 'declined' }, 'email'],
    ['no safe way', sent, null],
  ] as const)('does not go after %s', (_, invitation, way) =>
    expect(remindsNow(invitation as Invitation, way, due)).toBe(false),
  )
})

describe('a code', () => {
  test('is read however it was typed, and nothing else is one', () => {
    const code = newReplyCode()
    expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}$/)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `])
      expect(readReplyCode(typed)).toBe(code)
    for (const other of ['', 'BBBB', `${code}B`, '../../etc', 'AAAA-AAAA-AAAA', '<b>'])
      expect(readReplyCode(other)).toBeNull()
  })
  test('cannot be told from its sum', () => {
    expect(sumOfCode('BBBB-BBBB-BBBB')).toMatch(/^[0-9a-f]{64}$/)
    expect(sumOfCode('BBBB-BBBB-BBBB')).not.toBe(sumOfCode('BBBB-BBBB-BBBC'))
  })
})
