import { describe, expect, test } from 'vitest'
import type { CaseFacts, Milestone } from './case-facts.ts'
import { fileHolds, fileStandards, gapsOf } from './file-standards.ts'

const names = { A: 'Ade', B: 'Bo' }
const happened = (
  what: Milestone['what'],
  zone: Milestone['zone'],
  on: string | null,
  state: string | null = null,
) => ({
  ...{ what, zone, state },
  ref: `${what}-${zone}-${on}`,
  day: on === null ? null : Temporal.PlainDate.from(on),
})
const facts = (milestones: readonly Milestone[], status: 'live' | 'closed' = 'live'): CaseFacts => ({
  ...{ caseId: 'c', status, hasMediator: true, openedOn: Temporal.PlainDate.from('2026-11-02'), milestones },
})
const miam = happened('miam', 'A', '2026-11-04', 'yes')
const screening = { ...happened('screening', 'A', '2026-11-04'), ref: miam.ref }
const missing = (milestones: readonly Milestone[], status: 'live' | 'closed' = 'live') =>
  gapsOf(facts(milestones, status), names).map((it) => [it.standard.key, it.whose].filter(Boolean).join(' '))

describe('what a file must hold', () => {
  test('is asked for when its time has come, and not before', () => {
    expect(missing([])).toEqual([])
    expect(missing([happened('booked-miam', 'A', '2026-11-30', 'ahead')])).toEqual([])
    expect(missing([happened('booked-miam', 'A', '2026-11-20', 'unwritten')])).toEqual(['notice Ade', 'miam Ade'])
    expect(missing([happened('booked-miam', 'A', '2026-11-20', 'not_held')])).toEqual([])
  })

  test('of each party is missing until it is there for that party', () => {
    expect(missing([miam])).toEqual(['notice Ade', 'screening Ade'])
    expect(missing([miam, screening, happened('notice', 'B', '2026-11-04')])).toEqual(['notice Ade'])
    expect(missing([miam, screening, happened('notice', 'A', '2026-11-04')])).toEqual([])
  })

  test('an agreement to mediate of each, a record and a summary go with a session', () => {
    const session = happened('session', 'both', '2026-11-18')
    expect(missing([session])).toEqual(['agreement Ade', 'agreement Bo', 'summary'])
    const signed = (['A', 'B'] as const).map((zone) => happened('agreement', zone, '2026-11-17'))
    expect(missing([...signed, session, happened('summary', 'both', '2026-11-17')])).toEqual(['summary'])
    expect(missing([...signed, session, happened('summary', 'both', '2026-11-18')])).toEqual([])
    expect(missing([...signed, happened('booked-session', 'both', '2026-11-18', 'unwritten')])).toContain('session')
  })

  test('a child of ten is offered to be heard, and a younger one is not asked about', () => {
    const seen = [miam, screening, happened('notice', 'A', '2026-11-04')]
    expect(missing([...seen, happened('child-of-ten', 'both', null)])).toEqual(['child_offer'])
    expect(
      missing([...seen, happened('child-of-ten', 'both', null), happened('child_offer', 'A', '2026-11-05')]),
    ).toEqual([])
  })

  test('a closed file was looked at by a supervisor', () => {
    const seen = [miam, screening, happened('notice', 'A', '2026-11-04')]
    expect(missing(seen, 'closed')).toEqual(['review'])
    expect(missing([...seen, happened('review', 'office', '2026-11-20', 'approved')], 'closed')).toEqual([])
  })

  test('goes by the rules of its day: what happened before a rule is not measured by it', () => {
    const before = happened('miam', 'A', '2015-03-01', 'yes')
    expect(missing([before])).toEqual(['screening Ade'])
    expect(fileHolds(facts([before]), names).map((it) => it.standard.key)).toEqual(['miam', 'screening'])
  })

  test('each rule has a day and a source, and says when we could not read the source itself', () => {
    for (const it of fileStandards) {
      expect(Temporal.PlainDate.from(it.from).toString()).toBe(it.from)
      expect(it.source.length).toBeGreaterThan(10)
    }
    expect(fileStandards.filter((it) => it.isChecked).map((it) => it.key)).toEqual(['notice', 'miam', 'screening'])
  })
})
