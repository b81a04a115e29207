import { describe, expect, test } from 'vitest'
import type { CaseFacts, Milestone } from './case-facts.ts'
import { nextStep } from './next-step.ts'

const names = { A: 'Ade', B: 'Bo' }
const day = (text: string) => Temporal.PlainDate.from(text)
const happened = (what: Milestone['what'], zone: Milestone['zone'], on: string, state: string | null = null) => ({
  ...{ what, zone, state },
  ref: `${what}-${zone}-${on}`,
  day: day(on),
})
const facts = (milestones: readonly Milestone[] = [], more: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ caseId: 'c', status: 'live', hasMediator: true, openedOn: day('2026-11-02'), milestones },
  ...more,
})
const miam = (zone: 'A' | 'B', on: string, state = 'yes') => happened('miam', zone, on, state)
const screened = (it: Milestone) => ({ ...happened('screening', it.zone, `${it.day}`), ref: it.ref })
const seen = (zone: 'A' | 'B', on: string, state = 'yes') => [miam(zone, on, state), screened(miam(zone, on, state))]
const bothMet = [...seen('A', '2026-11-04'), ...seen('B', '2026-11-09')]
const bothSeen = [...bothMet, happened('agreement', 'A', '2026-11-09'), happened('agreement', 'B', '2026-11-09')]

describe('what comes next', () => {
  test.each<[string, CaseFacts, string, string]>([
    ['a case that nobody has', facts([], { hasMediator: false }), 'Choose a mediator', 'coordinator'],
    ['a new case', facts(), 'Book a MIAM with Ade', 'coordinator'],
    ['a MIAM ahead', facts([happened('booked-miam', 'A', '2026-11-20', 'ahead')]), 'MIAM of Ade', 'parties'],
    [
      'a MIAM that was held',
      facts([happened('booked-miam', 'B', '2026-11-20', 'unwritten')]),
      'Write up the MIAM of Bo',
      'mediator',
    ],
    ['a MIAM without screening', facts([miam('A', '2026-11-04')]), 'Record the safety assessment of Ade', 'mediator'],
    ['one of two', facts(seen('A', '2026-11-04')), 'Book a MIAM with Bo', 'coordinator'],
    ['the other of two, who came first', facts(seen('B', '2026-11-04')), 'Book a MIAM with Ade', 'coordinator'],
    [
      'mediation that does not suit',
      facts(seen('A', '2026-11-04', 'no')),
      'Close the case, or say why it goes on',
      'mediator',
    ],
    [
      'mediation that suits after all',
      facts([...seen('A', '2026-11-04', 'no'), ...seen('A', '2026-11-06')]),
      'Book a MIAM with Bo',
      'coordinator',
    ],
    [
      'nobody said yet whether the other may be invited',
      facts([...seen('A', '2026-11-04'), happened('invitation', 'B', '2026-11-04', 'awaited')]),
      'Say whether Bo may be invited',
      'mediator',
    ],
    [
      'the other not invited',
      facts([...seen('A', '2026-11-04'), happened('invitation', 'B', '2026-11-04', 'cleared')]),
      'Invite Bo',
      'coordinator',
    ],
    [
      'the other invited, who came second by name and first by MIAM',
      facts([...seen('B', '2026-11-04'), happened('invitation', 'A', '2026-11-06', 'sent')]),
      'MIAM of Ade',
      'parties',
    ],
    [
      'an answer',
      facts([...seen('A', '2026-11-04'), happened('invitation', 'B', '2026-11-09', 'answered')]),
      'Look at the answer of Bo',
      'coordinator',
    ],
    [
      'an invitation that the mediator stopped',
      facts([...seen('A', '2026-11-04'), happened('invitation', 'B', '2026-11-04', 'stopped')]),
      'Close the case, or say why it goes on',
      'mediator',
    ],
    [
      'an invitation that came to its end',
      facts([...seen('A', '2026-11-04'), happened('invitation', 'B', '2026-11-20', 'ended')]),
      'Close the case, or say why it goes on',
      'coordinator',
    ],
    [
      'a MIAM ahead of one who was invited',
      facts([
        ...seen('A', '2026-11-04'),
        happened('invitation', 'B', '2026-11-06', 'answered'),
        happened('booked-miam', 'B', '2026-11-20', 'ahead'),
      ]),
      'MIAM of Bo',
      'parties',
    ],
    ['both met', facts(bothMet), 'Have Ade sign the agreement to mediate', 'mediator'],
    ['both seen and signed', facts(bothSeen), 'Book the first session', 'coordinator'],
    [
      'a session ahead',
      facts([...bothSeen, happened('booked-session', 'both', '2026-11-28', 'ahead')]),
      'Session',
      'parties',
    ],
    [
      'a session that was held',
      facts([...bothSeen, happened('booked-session', 'both', '2026-11-18', 'unwritten')]),
      'Write up the session',
      'mediator',
    ],
    [
      'a session without a summary',
      facts([...bothSeen, happened('session', 'both', '2026-11-18')]),
      'Write the summary',
      'mediator',
    ],
    [
      'a session summed up',
      facts([...bothSeen, happened('session', 'both', '2026-11-18'), happened('summary', 'both', '2026-11-19')]),
      'Book the next session, or close',
      'coordinator',
    ],
    ['a closed case', facts(bothSeen, { status: 'closed' }), 'Nothing', 'nobody'],
  ])('after %s', (_, given, words, waitsFor) => {
    expect(nextStep(given, names)).toMatchObject({ words, waitsFor })
  })

  test('nobody is invited while anything about safety is missing', () => {
    const step = nextStep(facts([...bothSeen, miam('B', '2026-11-12')]), names)
    expect(step.words).toBe('Record the safety assessment of Bo')
    expect(step.way).toEqual({ href: '/office/miams/miam-B-2026-11-12', purpose: 'mediation' })
  })

  test('what has waited longest is said first, with its day', () => {
    const meetings = ['2026-11-20', '2026-11-12'].map((on) => happened('booked-session', 'both', on, 'unwritten'))
    expect(nextStep(facts([...bothSeen, ...meetings]), names).day?.toString()).toBe('2026-11-12')
  })
})
