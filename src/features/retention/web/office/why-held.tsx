import type { SweepRule } from '../../../../policy/enforcing/sweep-plan.ts'
import { SummaryList, type SummaryRow } from '../../../../ui/components/summary-list.tsx'
import { howLong, londonDay, plainDate } from '../../../../ui/dates.ts'
import type { CaseStanding } from '../../data/standing-reads.ts'
import type { RetentionCheck } from '../../domain/check.ts'
import { daysLeft, periodWords, reasonWords } from '../../domain/words.ts'

interface WhyHeldProps {
  readonly found: CaseStanding
  readonly rule: SweepRule & { readonly why: string }
  readonly checks: readonly RetentionCheck[]
  readonly today: Temporal.PlainDate
}

/** Why a file is kept and until when, in words that somebody could say to the family. */
export const WhyHeld = (props: WhyHeldProps) => <SummaryList rows={rowsOf(props)} />

function rowsOf(props: WhyHeldProps): SummaryRow[] {
  const { found, rule } = props
  return [
    { key: 'Why it is kept', value: rule.why },
    { key: 'How long', value: `${periodWords(rule.keep)} after it is closed` },
    { key: 'Until', value: untilWords(props) },
    ...found.holds.map((hold) => ({
      key: 'Held',
      value: `Since ${plainDate(londonDay(hold.placedAt))}. Nothing of it is destroyed. To be looked at again on ${plainDate(Temporal.PlainDate.from(hold.reviewOn))}.`,
    })),
    { key: 'Rule', value: `“${rule.title}” in our policy (${rule.key})` },
  ]
}

function untilWords({ found, rule, checks, today }: WhyHeldProps): string {
  const { standing, course } = found
  if (standing.clock === 'stopped') return 'It is kept while the case is live. Its time begins on the day it is closed.'
  const due = `${plainDate(standing.due)}, ${howLong(standing.due, today)}`
  const cap = standing.cap ? ` If it is opened again: ${plainDate(standing.cap)} at the latest.` : ''
  if (course?.status === 'provisional' && course.waitUntil) {
    return `${plainDate(course.waitUntil)}: it is destroyed ${daysLeft(course.waitUntil, today)}, unless something happens before.`
  }
  if (course?.status === 'deferred') {
    return `It was due on ${plainDate(standing.due)}. It stays because ${reasonWords(checks, course.reasons)}.`
  }
  const shown = ` Staff see it coming for ${periodWords(rule.waiting)} before.`
  return `${due}.${shown}${cap}`
}

/** The same in a few words, for the foot of each part of the file. */
export function untilInShort({ standing, course }: CaseStanding): string {
  if (standing.clock === 'stopped') return 'Kept while the case is live.'
  if (course?.status === 'provisional' && course.waitUntil) return `Goes on ${plainDate(course.waitUntil)}.`
  if (course?.status === 'deferred') return 'Was due, and stays for now.'
  return `Kept until ${plainDate(standing.due)}.`
}
