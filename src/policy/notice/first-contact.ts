import type { CompiledPolicy, CompiledSubject } from '../compiled.ts'
import { categoriesOf } from '../enforcing/active.ts'
import { rightsTable } from '../enforcing/rights-table.ts'
import { rightKeys } from '../language/clauses.ts'
import { regulator } from '../law.ts'
import { eventWords } from '../prose/events.ts'
import { basisLaw, basisWords, rightWords, sourceWords } from '../prose/legal-words.ts'
import type { SettingValues } from '../prose/slots.ts'
import { durationInWords, listed, sentence } from '../prose/words.ts'
import type { PurposeKey } from '../vocabulary.ts'
import { writerOf } from './writer.ts'

/** The short notice that goes with the first word to somebody whose details came from another: a page of a letter. */
export interface FirstContactNotice {
  readonly policyHash: string
  /** ISO date of the policy. */
  readonly date: string
  readonly parts: readonly { readonly heading: string; readonly text: string }[]
}

/** The purpose for which somebody is written to whose details came from another. */
const firstPurpose: PurposeKey = 'invitation'

/**
 * What UK GDPR Article 14(1) and (2) asks to be told to a person whose details came from somebody else, made from the policy: who we
 * are, what for, on what basis, what we have and from whom, who gets it, how long, which rights, where to complain. Throws when the
 * policy does not invite anybody.
 */
export function firstContactNotice(policy: CompiledPolicy, settings: SettingValues): FirstContactNotice {
  const writer = writerOf(policy, settings)
  const purpose = writer.purposes.find((it) => it.key === firstPurpose)
  const subject = purpose?.subjects.otherParty
  if (!purpose || !subject) throw new Error('this policy does not invite the other party')
  const { service } = policy
  const have = categoriesOf(purpose).flatMap((key) => {
    const category = policy.categories[key]
    return category?.about.includes('otherParty') ? [writer.fill(category.title)] : []
  })
  const receivers = purpose.recipients.flatMap((key) => policy.recipients[key]?.name ?? [])
  const kept = purpose.retention.flatMap((key) => {
    const rule = policy.retention[key]
    return rule?.of === 'case'
      ? [`${writer.fill(rule.title)}: ${durationInWords(rule.keep)}, counted from ${eventWords[rule.from]}`]
      : []
  })
  return {
    policyHash: policy.hash,
    date: policy.date,
    parts: [
      {
        heading: 'Who we are',
        text: `${service.name}, ${service.contact.address.slice(1).join(', ')}. ${lead(policy, settings)}`,
      },
      { heading: 'What we use your details for', text: `${writer.fill(purpose.title)}. ${writer.fill(purpose.text)}` },
      { heading: 'Why we may', text: why(subject, writer.fill) },
      { heading: 'What we have', text: `${sentence(have.join('; '))}.` },
      {
        heading: 'Where we have it from',
        text: `${sentence(
          listed(
            subject.source.map((it) => sourceWords[it]),
            'or',
          ),
        )}.`,
      },
      { heading: 'Who else gets it', text: `${sentence(listed(receivers))}. They work for us under an agreement.` },
      { heading: 'How long we keep it', text: `${kept.join('. ')}.` },
      { heading: 'Your rights', text: rightsOf(policy) },
      { heading: 'If you are unhappy with us', text: complaints() },
      {
        heading: 'The whole notice',
        text: `It is at ${new URL('/privacy', service.contact.website).href}, or ask us for it on paper.`,
      },
    ],
  }
}

const lead = (policy: CompiledPolicy, { privacyLead }: SettingValues): string =>
  `${privacyLead ? `${privacyLead} looks after your data. ` : ''}Write to ${policy.service.contact.email}.`

const why = ({ basis }: CompiledSubject, fill: (text: string) => string): string =>
  `${sentence(fill(basisWords(basis, 'otherParty')))}. The law: ${basisLaw(basis)}. No decision about you is left to a computer.`

function rightsOf(policy: CompiledPolicy): string {
  const row = rightsTable(policy).find((it) => it.purpose === firstPurpose && it.subject === 'otherParty')
  const yours = rightKeys.filter((right) => row?.rights[right] === 'yes').map((right) => rightWords[right].lets)
  return `You may: ${yours.join('; ')}. Asking is free, and we answer within ${durationInWords(policy.clocks.rightsRequest.answer)}.`
}

const complaints = (): string =>
  `Tell us first. If we do not put it right, you can go to the ${regulator.name} (${regulator.knownAs}), ${regulator.telephone}, ${regulator.website}.`
