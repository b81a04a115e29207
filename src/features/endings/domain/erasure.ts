import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { activePurposes, categoriesOf } from '../../../policy/enforcing/active.ts'
import { rightsOf } from '../../../policy/rights-of-bases.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'

/** What keeps all of somebody's data for now, in the order in which it is asked. */
export const standstills = ['hold', 'request', 'restriction', 'file'] as const
export type Standstill = (typeof standstills)[number]

export const standstillWords: Readonly<Record<Standstill, string>> = {
  hold: 'their file is held, for a claim, a complaint or a check (UK GDPR Article 17(3)(e))',
  request: 'they asked to see it and have no answer yet (Data Protection Act 2018, section 173)',
  restriction: 'they asked that it is kept and not used (UK GDPR Article 18)',
  file: 'a mediation file was opened from it',
}

/** One kind of data of somebody: whether it can go, and what speaks against it. */
export type Verdict =
  | { readonly may: true; readonly uses: readonly string[] }
  | { readonly may: false; readonly because: Standstill }
  /** A duty or a task that the law gives us needs it (Article 17(3)(b)). */
  | { readonly may: false; readonly because: 'duty'; readonly purposes: readonly string[] }

/** Ending, answering and showing are no reason to keep. */
const noReason: readonly PurposeKey[] = ['retention', 'rights', 'accountability', 'legalClaims', 'merging']

/** As what somebody stands whose data it is. */
const kindsOf = { person: ['client', 'otherParty'], enquiry: ['enquirer'] } as const
export type ErasureOf = keyof typeof kindsOf

/** Whether data of a kind goes when its person asks: first what stops everything, then which live purpose needs it, and on what ground. */
export function verdictOf(
  policy: CompiledPolicy,
  category: CategoryKey,
  stays: readonly string[],
  of: ErasureOf = 'person',
): Verdict {
  const stop = standstills.find((it) => stays.includes(it))
  if (stop) return { may: false, because: stop }
  const using = activePurposes(policy).filter((it) => !noReason.includes(it.key) && categoriesOf(it).includes(category))
  const duties = using.filter(({ subjects }) =>
    kindsOf[of].some((kind) => {
      const subject = subjects[kind]
      return subject && rightsOf(subject.basis.a6).erasure === 'no'
    }),
  )
  if (duties.length > 0) return { may: false, because: 'duty', purposes: duties.map((it) => it.title) }
  return { may: true, uses: stays.includes('live') ? using.map((it) => it.title) : [] }
}

export const whyItStays = (verdict: Extract<Verdict, { may: false }>): string =>
  verdict.because === 'duty'
    ? `the law wants it kept, for “${verdict.purposes.join('”, “')}” (UK GDPR Article 17(3)(b))`
    : standstillWords[verdict.because]

/** The office's reason for whatever could go and is not chosen. */
export const forClaims = 'it may be needed to answer a claim (UK GDPR Article 17(3)(e))'
