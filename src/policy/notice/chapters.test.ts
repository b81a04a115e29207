import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import firm from '../../../policies/separated-parents/policy.ts'
import { allAtWork } from '../../../test/support/all-at-work.ts'
import { compilePolicy } from '../compile.ts'
import { noticeWords, wordsOf } from './blocks.ts'
import { chaptersOf } from './chapters.ts'
import { noticeOf } from './notice.ts'

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const both = [
  ['trust', compilePolicy(trust)],
  ['firm', compilePolicy(firm)],
] as const

describe.each(both)('the chapters of the notice of the %s', (_, policy) => {
  const notices = [noticeOf(policy, settings), noticeOf(allAtWork(policy), settings)]

  it('hold every word of the notice, on the front page or in one of them', () => {
    for (const notice of notices) {
      const { front, uses, people, topics } = chaptersOf(notice)
      const sections = [...front, ...[...people, ...topics].flatMap((chapter) => chapter.sections)]
      const shown = new Set([
        ...[notice.title, notice.updatedWords, ...notice.summary, uses?.heading, ...wordsOf(uses?.words ?? [])],
        ...[...people, ...topics].map(({ heading }) => heading),
        ...sections.flatMap(({ heading, blocks }) => [heading, ...wordsOf(blocks)]),
      ])
      expect(noticeWords(notice).filter((text) => !shown.has(text))).toEqual([])
    }
  })

  it('have an address each, of plain words', () => {
    for (const notice of notices) {
      const { people, topics } = chaptersOf(notice)
      const slugs = [...people, ...topics].map(({ slug }) => slug)
      expect(new Set([...slugs, 'versions']).size).toBe(slugs.length + 1)
      for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })

  it('give each use its words before its law', () => {
    for (const { people } of notices.map(chaptersOf))
      for (const { sections } of people)
        for (const { blocks } of sections) expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'details'])
  })
})

describe('a notice of long ago', () => {
  const [[, policy]] = both
  const notice = noticeOf(policy, settings)

  it('keeps a section on the front page that no chapter knows', () => {
    const older = { ...notice, sections: [{ id: 'elsewhere', heading: 'What we said', blocks: [] }] }
    expect(chaptersOf(older)).toEqual({ front: older.sections, uses: null, people: [], topics: [] })
  })
})
