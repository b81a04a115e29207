import { describe, expect, it } from 'vitest'
import firm from '../../policies/separated-parents/policy.ts'
import { checkPolicy, compilePolicy, noticeOf, noticeWords, rightsTable } from '../../src/policy/index.ts'

const policy = compilePolicy(firm)
const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }
const basis = (
  purpose: keyof typeof policy.purposes,
  kind: 'client' | 'otherParty' | 'participant' | 'supplier' | 'trainee' | 'eventContact',
) => policy.purposes[purpose]?.subjects[kind]?.basis.a6

describe('S05: a lawful basis for each use, shown in the notice, with the rights that follow from it', () => {
  it('is contract for mediation and the steps before it, and a public task for the programme', () => {
    expect(basis('mediation', 'client')).toBe('contract')
    expect(basis('booking', 'client')).toBe('contract')
    expect(basis('programme', 'participant')).toBe('publicTask')
  })

  it('is a legitimate interest for inviting the other party, suppliers, trainees, events and surveys', () => {
    expect(basis('invitation', 'otherParty')).toBe('legitimateInterests')
    expect(basis('suppliers', 'supplier')).toBe('legitimateInterests')
    expect(basis('training', 'trainee')).toBe('legitimateInterests')
    expect(basis('events', 'eventContact')).toBe('legitimateInterests')
    expect(basis('feedback', 'client')).toBe('legitimateInterests')
  })

  it('reports the invitation as a legal obligation for the mistake that it is', () => {
    const invitation = firm.purposes.invitation
    const otherParty = {
      ...invitation?.subjects.otherParty,
      basis: { a6: 'legalObligation', law: 'Practice Direction 3A' },
    }
    const mistaken = {
      ...firm,
      purposes: {
        ...firm.purposes,
        invitation: { ...invitation, subjects: { ...invitation?.subjects, otherParty } },
      },
    }
    expect(checkPolicy(mistaken).map(({ rule }) => rule)).toEqual(['N08'])
  })

  it('stands in the notice in plain words and by its name in law', () => {
    const words = noticeWords(noticeOf(policy, settings)).join('\n')
    expect(words).toContain('It is part of the agreement between us.')
    expect(words).toContain('UK GDPR, Article 6(1)(b): contract')
    expect(words).toContain('UK GDPR, Article 6(1)(f): legitimate interests')
  })

  it('changes the rights when it changes', () => {
    const rights = (a6: 'contract' | 'vital') => {
      const copy = JSON.parse(JSON.stringify(policy))
      copy.purposes.mediation.subjects.client.basis = { a6 }
      return rightsTable(copy).find((row) => row.purpose === 'mediation' && row.subject === 'client')?.rights
        .portability
    }
    expect([rights('contract'), rights('vital')]).toEqual(['yes', 'no'])
  })
})
