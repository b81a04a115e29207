import { londonDay } from '../../../../ui/dates.ts'
import { nextBodyOn } from '../../../complaints/index.ts'
import type { ToldWhom } from '../../domain/breach.ts'

/** How the regulator is reached today. Its name and number are dated. */
export function regulatorNow(now: Temporal.Instant): string {
  const { name, telephone, website } = nextBodyOn('data', londonDay(now))
  return `It is the ${name}: ${telephone}, or ${new URL(website).host}.`
}

export function whomToTell(whom: ToldWhom, controller: string | null): string {
  if (whom === 'regulator') return 'The regulator'
  if (whom === 'people') return 'The people whose data it is'
  return whom === 'controller' ? (controller ?? '') : 'The Charity Commission'
}
