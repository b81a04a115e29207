import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Waiter } from '../../cases/index.ts'
import { both, type CaseFacts, earliest, latest, type Milestone, type OneSide } from './case-facts.ts'
import { inviting } from './inviting-step.ts'

/** What comes next in a case, why it has not happened, and where it is done. */
export interface NextStep {
  readonly words: string
  readonly why: string
  readonly waitsFor: Waiter
  /** Since when it waits, or for a meeting its day. */
  readonly day: Temporal.PlainDate | null
  /** Where it is done, and under which purpose: nobody is shown a way that is closed to them. */
  readonly way: { readonly href: string; readonly purpose: PurposeKey } | null
}

export type PartyNames = Readonly<Record<OneSide, string>>

type Rule = (facts: CaseFacts, names: PartyNames) => NextStep | null

const of = (facts: CaseFacts, what: Milestone['what'], zone?: string) =>
  facts.milestones.filter((it) => it.what === what && (zone === undefined || it.zone === zone))
const page = (facts: CaseFacts, rest: string) => `/office/cases/${facts.caseId}${rest}`
const booking = (href: string) => ({ href, purpose: 'booking' as const })
const mediation = (href: string) => ({ href, purpose: 'mediation' as const })
const state = (it: Milestone, state: string) => it.state === state
const hadMiam = (facts: CaseFacts, side: OneSide) => of(facts, 'miam', side).length > 0

const closing: Rule = (facts) => {
  const asked = latest(of(facts, 'closing'))
  if (!asked) return null
  return {
    words: 'Approve the closure, or send it back',
    why: 'Somebody asked to close the case',
    waitsFor: 'supervisor',
    day: asked.day,
    way: { href: `/office/reviews/${facts.caseId}`, purpose: 'supervision' },
  }
}

const noMediator: Rule = (facts) =>
  facts.hasMediator
    ? null
    : {
        words: 'Choose a mediator',
        why: 'Nobody has this case yet',
        waitsFor: 'coordinator',
        day: facts.openedOn,
        way: booking(page(facts, '/mediator')),
      }

const whose = (it: Milestone, names: PartyNames) => (it.zone === 'A' || it.zone === 'B' ? ` of ${names[it.zone]}` : '')

const writeUp: Rule = (facts, names) => {
  const meetings = [...of(facts, 'booked-miam'), ...of(facts, 'booked-session')]
  const waiting = earliest(meetings.filter((it) => state(it, 'unwritten')))
  if (!waiting) return null
  const isMiam = waiting.what === 'booked-miam'
  const form = isMiam ? `/miams/new/${waiting.zone.toLowerCase()}` : '/sessions/new'
  return {
    words: `Write up the ${isMiam ? 'MIAM' : 'session'}${whose(waiting, names)}`,
    why: 'It was held and nothing is written of it',
    waitsFor: 'mediator',
    day: waiting.day,
    way: mediation(page(facts, `${form}?appointment=${waiting.ref}&held=${waiting.day}`)),
  }
}

const screen: Rule = (facts, names) => {
  const screened = new Set(of(facts, 'screening').map((it) => it.ref))
  const waiting = earliest(of(facts, 'miam').filter((it) => !screened.has(it.ref)))
  if (!waiting) return null
  return {
    words: `Record the safety assessment${whose(waiting, names)}`,
    why: 'Nobody is invited and nothing is booked together before it',
    waitsFor: 'mediator',
    day: waiting.day,
    way: mediation(`/office/miams/${waiting.ref}`),
  }
}

const notSuitable: Rule = (facts) => {
  const latestOf = both.flatMap((side) => latest(of(facts, 'miam', side)) ?? [])
  const found = latest(latestOf.filter((it) => state(it, 'no')))
  if (!found) return null
  return {
    words: 'Close the case, or say why it goes on',
    why: 'The mediator found that mediation does not suit',
    waitsFor: 'mediator',
    day: found.day,
    way: booking(page(facts, '/close')),
  }
}

const miamAhead: Rule = (facts, names) => {
  const ahead = earliest(of(facts, 'booked-miam').filter((it) => state(it, 'ahead')))
  if (!ahead) return null
  return {
    words: `MIAM${whose(ahead, names)}`,
    why: 'It is booked',
    waitsFor: 'parties',
    day: ahead.day,
    way: booking(`/office/appointments/${ahead.ref}`),
  }
}

const firstMiam: Rule = (facts, names) =>
  both.some((side) => hadMiam(facts, side))
    ? null
    : {
        words: `Book a MIAM with ${names.A}`,
        why: 'No MIAM is booked',
        waitsFor: 'coordinator',
        day: facts.openedOn,
        way: booking(page(facts, '/book')),
      }

const otherMiam: Rule = (facts, names) => {
  const missing = both.find((side) => !hadMiam(facts, side))
  if (!missing) return null
  const name = names[missing]
  const hadTheirs = `${names[missing === 'A' ? 'B' : 'A']} has had theirs`
  const invitation = latest(of(facts, 'invitation', missing))
  if (invitation) return inviting(facts, invitation, name, hadTheirs)
  return {
    words: `Book a MIAM with ${name}`,
    why: hadTheirs,
    waitsFor: 'coordinator',
    day: latest(of(facts, 'miam'))?.day ?? null,
    way: booking(page(facts, '/book')),
  }
}

const sessionAhead: Rule = (facts) => {
  const ahead = earliest(of(facts, 'booked-session').filter((it) => state(it, 'ahead')))
  if (!ahead) return null
  return {
    words: 'Session',
    why: 'It is booked',
    waitsFor: 'parties',
    day: ahead.day,
    way: booking(`/office/appointments/${ahead.ref}`),
  }
}

const summarise: Rule = (facts) => {
  const session = latest(of(facts, 'session'))
  const summary = latest(of(facts, 'summary'))
  if (!session?.day || (summary?.day && Temporal.PlainDate.compare(summary.day, session.day) >= 0)) return null
  return {
    words: 'Write the summary',
    why: 'The last session has none',
    waitsFor: 'mediator',
    day: session.day,
    way: mediation(page(facts, '/summaries/new')),
  }
}

const agree: Rule = (facts, names) => {
  const missing = both.find((side) => of(facts, 'agreement', side).length === 0)
  if (!missing) return null
  return {
    words: `Have ${names[missing]} sign the agreement to mediate`,
    why: 'Each signs alone, before the first session',
    waitsFor: 'mediator',
    day: latest(of(facts, 'miam'))?.day ?? null,
    way: mediation(page(facts, '/agreements')),
  }
}

const firstSession: Rule = (facts) =>
  of(facts, 'session').length > 0
    ? null
    : {
        words: 'Book the first session',
        why: 'Both have had a MIAM',
        waitsFor: 'coordinator',
        day: latest(of(facts, 'miam'))?.day ?? null,
        way: booking(page(facts, '/book')),
      }

const goOnOrClose = (facts: CaseFacts): NextStep => ({
  words: 'Book the next session, or close',
  why: 'The last session is summed up and nothing is booked',
  waitsFor: 'coordinator',
  day: latest(of(facts, 'summary'))?.day ?? null,
  way: booking(page(facts, '/book')),
})

/** In this order: what holds up the rest comes first. */
const rules: readonly Rule[] = [
  closing,
  noMediator,
  writeUp,
  screen,
  notSuitable,
  miamAhead,
  firstMiam,
  otherMiam,
  summarise,
  agree,
  sessionAhead,
  firstSession,
]

/** What comes next in a case. A closed one waits for nobody. */
export function nextStep(facts: CaseFacts, names: PartyNames): NextStep {
  if (facts.status === 'closed')
    return { words: 'Nothing', why: 'The case is closed', waitsFor: 'nobody', day: null, way: null }
  for (const rule of rules) {
    const found = rule(facts, names)
    if (found) return found
  }
  return goOnOrClose(facts)
}
