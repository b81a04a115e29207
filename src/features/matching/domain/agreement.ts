import { nameReason, type Reason, type RecordedName, reasons } from './reasons.ts'

/** What of one record is held against another's. */
export interface Comparable {
  readonly name: RecordedName
  readonly birthDate: string | null
  /** Kind and number or mailbox, in one form in which equal ones are equal. */
  readonly ways: readonly { readonly kind: 'email' | 'telephone' | 'address'; readonly form: string }[]
}

const nameOf = ({ given, family }: RecordedName) => `${given} ${family}`.trim()

/** Why two records may be of one person, the strongest first. `home`: what the database says of where they live. */
export function agreementOf(one: Comparable, other: Comparable, home: 'address' | 'postcode' | null): Reason[] {
  const holds = new Set<Reason>()
  const byName: readonly Reason[] = [
    nameReason(nameOf(one.name), other.name, false),
    nameReason(nameOf(other.name), one.name, false),
  ].filter((it) => it !== 'looksAlike')
  const best = reasons.find((reason) => byName.includes(reason))
  if (best) holds.add(best)
  if (one.birthDate !== null && one.birthDate === other.birthDate) holds.add('sameBirthDate')
  for (const way of one.ways) {
    if (!other.ways.some((it) => it.kind === way.kind && it.form === way.form)) continue
    if (way.kind === 'telephone') holds.add('sameTelephone')
    if (way.kind === 'email') holds.add('sameEmail')
  }
  if (home === 'address') holds.add('sameAddress')
  if (home === 'postcode') holds.add('samePostcode')
  return reasons.filter((reason) => holds.has(reason))
}

/** What speaks against it: a date of birth that is another one altogether. */
export const bornApart = (one: Comparable, other: Comparable): boolean =>
  one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate
