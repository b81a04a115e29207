import type { DraftRetention } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { durationInWords, isDuration, spanInDays } from '../prose/words.ts'

export const clockAndTime: Rule = {
  id: 'N04',
  title: 'What is kept has a recorded start and a stated time',
  find: (policy) =>
    entriesOf(policy.retention).flatMap(([name, rule]) => {
      const found: Fault[] = []
      if (!rule.from)
        found.push(
          fault(
            `retention.${name}.from`,
            'It is not said from when the time counts. "Up to so many years" without a start never ends.',
          ),
        )
      if (!isDuration(rule.keep))
        found.push(
          fault(`retention.${name}.keep`, 'It is not said for how long. Give a time, such as P7Y for seven years.'),
        )
      return found
    }),
}

const shorter = (a: string, b: string): boolean => spanInDays(a).most < spanInDays(b).least

function neverEnds(name: string, rule: DraftRetention): Fault[] {
  const found: Fault[] = []
  if (rule.from && !isDuration(rule.noAnchor?.after))
    found.push(
      fault(
        `retention.${name}.noAnchor`,
        'A record whose clock is never started would be kept for ever. Say after what time somebody looks at it.',
      ),
    )
  if (!isDuration(rule.waiting))
    found.push(
      fault(`retention.${name}.waiting`, 'The time for which staff see that something is about to go is not stated.'),
    )
  if (rule.cap !== undefined && !isDuration(rule.cap))
    found.push(fault(`retention.${name}.cap`, 'The longest time is not a time.'))
  else if (rule.cap && isDuration(rule.keep) && shorter(rule.cap, rule.keep))
    found.push(
      fault(
        `retention.${name}.cap`,
        `The longest time (${durationInWords(rule.cap)}) is shorter than the time itself (${durationInWords(rule.keep)}).`,
      ),
    )
  if (rule.reopen === 'restart' && !rule.cap)
    found.push(
      fault(
        `retention.${name}.cap`,
        'The clock starts again whenever the record is reopened, and nothing says when it must end at the latest.',
      ),
    )
  return found
}

export const clockEnds: Rule = {
  id: 'N14',
  title: 'No clock can run for ever',
  find: (policy) => entriesOf(policy.retention).flatMap(([name, rule]) => neverEnds(name, rule)),
}

const spoken = (rule: DraftRetention): string => (isDuration(rule.keep) ? durationInWords(rule.keep) : 'no stated time')

export const oneClockEach: Rule = {
  id: 'N15',
  title: 'No two clocks contradict each other',
  find: (policy) => {
    const first = new Map<string, [string, DraftRetention]>()
    return entriesOf(policy.retention).flatMap(([name, rule]) => {
      const earlier = first.get(rule.of)
      if (!earlier) first.set(rule.of, [name, rule])
      return earlier
        ? [
            fault(
              `retention.${name}.of`,
              `"${earlier[1].title}" (${spoken(earlier[1])}) and "${rule.title}" (${spoken(rule)}) both say when the same records end. One of them is not true.`,
            ),
          ]
        : []
    })
  },
}
