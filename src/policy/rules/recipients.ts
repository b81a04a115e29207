import type { Draft, DraftRecipient } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { homeCountries } from '../law.ts'
import { binds } from './bases.ts'

function footing(at: string, recipient: DraftRecipient, date: string): Fault[] {
  const { country, safeguard, gate, agreement, kind, name } = recipient
  const found: Fault[] = []
  if (!country) found.push(fault(`${at}.country`, `It is not said in which country ${name} keeps what it gets.`))
  else if (!homeCountries.includes(country) && !safeguard)
    found.push(
      fault(
        `${at}.safeguard`,
        `${name} is outside the United Kingdom, and no safeguard is stated for sending data there.`,
      ),
    )
  if (!gate) found.push(fault(`${at}.gate`, `Nothing says what must be true before ${name} gets data.`))
  if (gate?.opens === 'byLaw' && !binds(gate.law))
    found.push(
      fault(`${at}.gate.law`, `"${gate.law}" is not a law that asks for this disclosure. Cite the Act or Regulations.`),
    )
  if (kind === 'processor' && !agreement)
    found.push(
      fault(
        `${at}.agreement`,
        `${name} works for the service without a data protection agreement (UK GDPR, Article 28).`,
      ),
    )
  if (agreement && agreement.reviewBy <= date)
    found.push(
      fault(
        `${at}.agreement.reviewBy`,
        `The agreement with ${name} was due to be looked at again before this policy’s own date.`,
      ),
    )
  if (agreement?.until && agreement.until < date)
    found.push(fault(`${at}.agreement.until`, `The agreement with ${name} ended before this policy’s own date.`))
  return found
}

export const recipientFooting: Rule = {
  id: 'N16',
  title: 'A recipient has a country, a gate and, if it works for the service, an agreement',
  find: (policy) =>
    entriesOf(policy.recipients)
      .filter(([, recipient]) => !sells(recipient))
      .flatMap(([name, recipient]) => footing(`recipients.${name}`, recipient, policy.date)),
}

const sells = (recipient: DraftRecipient): boolean => recipient.kind === 'advertiser' || recipient.kind === 'seller'

export const noSellers: Rule = {
  id: 'N19',
  title: 'Nobody who advertises or sells gets data',
  find: (policy) => [
    ...entriesOf(policy.recipients)
      .filter(([, recipient]) => sells(recipient))
      .map(([name, recipient]) =>
        fault(
          `recipients.${name}.kind`,
          `${recipient.name} advertises or sells. What families tell a mediation service does not go there.`,
        ),
      ),
    ...entriesOf(policy.storage)
      .filter(([, item]) => item.use === 'advertising')
      .map(([name, item]) => fault(`storage.${name}.use`, `"${item.name}" serves advertising.`)),
  ],
}

/** What one party may never learn of the other, whatever the mediator does. */
const secret = ['party.contact', 'case.screening', 'case.key'] as const

function between(policy: Draft): Fault[] {
  return entriesOf(policy.recipients)
    .filter(([, recipient]) => recipient.kind === 'party')
    .flatMap(([name, recipient]) => {
      if (!recipient.passes || !recipient.withholds)
        return [
          fault(
            `recipients.${name}.passes`,
            'What one party says can reach the other, but it is not said what is passed on and what is held back.',
          ),
        ]
      const leak = secret.filter((key) => recipient.passes?.includes(key))
      const both = recipient.passes.filter((key) => recipient.withholds?.includes(key))
      const found: Fault[] = []
      if (leak.length > 0)
        found.push(
          fault(
            `recipients.${name}.passes`,
            `${leak.join(', ')} may never be passed on: somebody’s safety can hang on it.`,
          ),
        )
      if (both.length > 0)
        found.push(fault(`recipients.${name}.withholds`, `${both.join(', ')} is both passed on and held back.`))
      return found
    })
}

export const betweenParties: Rule = {
  id: 'N11',
  title: 'What passes between the parties, and what never does, is stated',
  find: between,
}
