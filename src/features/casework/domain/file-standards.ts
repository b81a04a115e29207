import { both, type CaseFacts, latest, type Milestone, type OneSide } from './case-facts.ts'
import type { PartyNames } from './next-step.ts'

/** One thing that a file must hold, by a rule that has a date and a source. */
export interface FileStandard {
  readonly key: 'notice' | 'miam' | 'screening' | 'agreement' | 'session' | 'summary' | 'child_offer' | 'review'
  readonly title: string
  /** From this day the rule holds; what happened before it is not measured by it. */
  readonly from: string
  readonly source: string
  /** False where we could not read the source itself: the page says so. */
  readonly isChecked: boolean
  /** Somebody says that it is there; no act of the software shows it. */
  readonly byHand: boolean
}

const code = 'Family Mediation Council, Code of Practice (2016, amended May 2018)'
const miamRule = 'Family Procedure Rules 2010, rule 3.9(2)'

/** What a file must hold, as data: a rule that changes gets a new line with its day. */
export const fileStandards: readonly FileStandard[] = [
  {
    ...{ key: 'notice', title: 'Privacy notice given', from: '2018-05-25' },
    ...{ source: 'UK GDPR, Articles 13 and 14', isChecked: true, byHand: true },
  },
  {
    ...{ key: 'miam', title: 'Record of the MIAM', from: '2014-04-22' },
    ...{ source: miamRule, isChecked: true, byHand: false },
  },
  {
    ...{ key: 'screening', title: 'Assessment of safety', from: '2014-04-22' },
    ...{ source: `${miamRule}(c) and (d); ${code}`, isChecked: true, byHand: false },
  },
  {
    ...{ key: 'agreement', title: 'Agreement to mediate', from: '2016-09-01' },
    ...{ source: code, isChecked: false, byHand: false },
  },
  {
    ...{ key: 'session', title: 'Record of each session', from: '2016-09-01' },
    ...{ source: code, isChecked: false, byHand: false },
  },
  {
    ...{ key: 'summary', title: 'Summary of what was agreed', from: '2016-09-01' },
    ...{ source: code, isChecked: false, byHand: false },
  },
  {
    ...{ key: 'child_offer', title: 'A child of ten or more was offered to be heard', from: '2018-05-01' },
    ...{ source: `${code}, 5.7.2`, isChecked: false, byHand: true },
  },
  {
    ...{ key: 'review', title: 'Review by a supervisor', from: '2016-09-01' },
    ...{ source: 'Mediation Quality Mark', isChecked: false, byHand: false },
  },
]

/** Whether one thing is in the file. */
export interface Held {
  readonly standard: FileStandard
  /** Of whom it is asked; null where of the file as a whole. */
  readonly side: OneSide | null
  readonly whose: string | null
  /** Since when it is there; null while it is missing. */
  readonly since: Temporal.PlainDate | null
}

const { compare } = Temporal.PlainDate
const of = (facts: CaseFacts, what: Milestone['what'], side?: OneSide | null) =>
  facts.milestones.filter((it) => it.what === what && (!side || it.zone === side))
const firstDay = (found: readonly Milestone[]) =>
  found.reduce<Temporal.PlainDate | null>(
    (best, { day }) => (day && (!best || compare(day, best) < 0) ? day : best),
    null,
  )
const isOver = (it: Milestone) => it.state === 'unwritten' || it.state === 'written'

/** From what day on a thing is due; null while it is not yet asked for. */
const dueSince: Readonly<
  Record<FileStandard['key'], (facts: CaseFacts, side: OneSide | null) => Temporal.PlainDate | null>
> = {
  notice: (facts, side) => firstDay([...of(facts, 'booked-miam', side).filter(isOver), ...of(facts, 'miam', side)]),
  miam: (facts, side) => firstDay([...of(facts, 'booked-miam', side).filter(isOver), ...of(facts, 'miam', side)]),
  screening: (facts, side) => firstDay(of(facts, 'miam', side)),
  agreement: (facts) => firstDay([...of(facts, 'session'), ...of(facts, 'booked-session').filter(isOver)]),
  session: (facts) => firstDay([...of(facts, 'session'), ...of(facts, 'booked-session').filter(isOver)]),
  summary: (facts) => firstDay(of(facts, 'session')),
  child_offer: (facts) => (of(facts, 'child-of-ten').length > 0 ? firstDay(of(facts, 'miam')) : null),
  review: (facts) => (facts.status === 'closed' ? firstDay(of(facts, 'miam')) : null),
}

const allScreened = (facts: CaseFacts, side: OneSide | null) => {
  const screened = new Set(of(facts, 'screening', side).map((it) => it.ref))
  return of(facts, 'miam', side).every((it) => screened.has(it.ref))
}
const nothingUnwritten = (facts: CaseFacts, what: 'booked-miam' | 'booked-session', side: OneSide | null) =>
  of(facts, what, side).every((it) => it.state !== 'unwritten')

/** Since when a thing is in the file; null while it is not, or not whole. */
const heldSince: typeof dueSince = {
  notice: (facts, side) => firstDay(of(facts, 'notice', side)),
  miam: (facts, side) => (nothingUnwritten(facts, 'booked-miam', side) ? firstDay(of(facts, 'miam', side)) : null),
  screening: (facts, side) => (allScreened(facts, side) ? firstDay(of(facts, 'screening', side)) : null),
  agreement: (facts, side) => firstDay(of(facts, 'agreement', side)),
  session: (facts) => (nothingUnwritten(facts, 'booked-session', null) ? firstDay(of(facts, 'session')) : null),
  summary: (facts) => {
    const [session, summary] = [latest(of(facts, 'session')), latest(of(facts, 'summary'))]
    return session?.day && summary?.day && compare(summary.day, session.day) >= 0 ? summary.day : null
  },
  child_offer: (facts) => firstDay(of(facts, 'child_offer')),
  review: (facts) => firstDay(of(facts, 'review')),
}

const ofEach: readonly FileStandard['key'][] = ['notice', 'miam', 'screening', 'agreement']

/** What the file of a case must hold by now, and whether it does. */
export function fileHolds(facts: CaseFacts, names: PartyNames): Held[] {
  return fileStandards.flatMap((standard) => {
    const sides = ofEach.includes(standard.key) ? both : [null]
    return sides.flatMap((side): Held[] => {
      const due = dueSince[standard.key](facts, side)
      if (!due || compare(due, Temporal.PlainDate.from(standard.from)) < 0) return []
      return [{ standard, side, whose: side && names[side], since: heldSince[standard.key](facts, side) }]
    })
  })
}

/** What is missing from the file by now. */
export const gapsOf = (facts: CaseFacts, names: PartyNames): Held[] =>
  fileHolds(facts, names).filter((it) => it.since === null)
