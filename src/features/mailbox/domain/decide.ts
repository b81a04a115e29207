import type { Id } from '../../../values/ids.ts'
import type { PostKind, PostWhy, PostZone } from './post.ts'

/** A party whose contact point the sender's address is. */
export interface KnownSender {
  readonly caseId: Id
  readonly live: boolean
  readonly side: 'A' | 'B'
  /** They told us themselves, or staff noted it with them; not the other party or a referrer. */
  readonly confirmed: boolean
  readonly safe: boolean
}

export interface Facts {
  readonly kind: PostKind
  readonly doubtful: boolean
  readonly senders: readonly KnownSender[]
  /** Cases whose number the subject quotes. */
  readonly citedCases: readonly Id[]
  /** It quotes something that looks like a number of ours, of a case or an enquiry. */
  readonly cites: boolean
  /** It quotes the number of a case that is not there. */
  readonly citesNoCase: boolean
  /** An enquiry that the subject quotes and whose own address wrote. */
  readonly enquiryOfSender: Id | null
}

export type Decision =
  | { readonly do: 'file'; readonly caseId: Id; readonly zone: Exclude<PostZone, 'office'> }
  | { readonly do: 'enquire' }
  | { readonly do: 'join'; readonly enquiryId: Id }
  | { readonly do: 'ask'; readonly why: PostWhy | null; readonly about: Id | null }
  | { readonly do: 'setAside' }

const ask = (why: PostWhy | null, about: Id | null = null): Decision => ({ do: 'ask', why, about })

const byMachines: readonly PostKind[] = ['loop', 'auto_reply', 'bulk', 'duplicate']

/**
 * Whose a message is. A case is joined when its sender is known there for certain and as one party; a number that is quoted narrows
 * this down and proves nothing. Whatever is not plain waits for a person.
 */
export function decide(facts: Facts): Decision {
  if (byMachines.includes(facts.kind)) return { do: 'setAside' }
  if (facts.kind !== 'message') return ask(null, facts.senders[0]?.caseId ?? null)
  const cited = facts.citedCases[0] ?? null
  if (facts.doubtful) return ask('doubtful_sender', cited)
  if (facts.senders.length === 0) return unknownSender(facts, cited)
  const live = facts.senders.filter((it) => it.live)
  if (live.length === 0) return ask('closed_case', facts.senders[0]?.caseId ?? null)
  return knownSender(facts, live)
}

function unknownSender(facts: Facts, cited: Id | null): Decision {
  if (facts.enquiryOfSender) return { do: 'join', enquiryId: facts.enquiryOfSender }
  return facts.cites ? ask('reference_alone', cited) : { do: 'enquire' }
}

function knownSender(facts: Facts, live: readonly KnownSender[]): Decision {
  const cases = [...new Set(live.map((it) => it.caseId))]
  const named = cases.length === 1 ? cases : cases.filter((it) => facts.citedCases.includes(it))
  const [caseId] = named
  if (caseId === undefined || named.length !== 1) return ask('several')
  const here = live.filter((it) => it.caseId === caseId)
  if (new Set(here.map((it) => it.side)).size > 1) return ask('both_parties', caseId)
  if (facts.citesNoCase || facts.citedCases.some((it) => it !== caseId)) return ask('other_case', caseId)
  if (here.some((it) => !it.safe)) return ask('unsafe_address', caseId)
  const [sender] = here
  if (!sender || here.some((it) => !it.confirmed)) return ask('unconfirmed_address', caseId)
  return { do: 'file', caseId, zone: sender.side }
}

const quoted = /\b([CE])-([2-9B-DF-HJ-NP-TV-Z]{4})-([2-9B-DF-HJ-NP-TV-Z]{3})\b/gi

/** The numbers of cases and enquiries that a line quotes, as we write them. */
export function referencesIn(line: string): { readonly cases: string[]; readonly enquiries: string[] } {
  const found = [...new Set([...line.matchAll(quoted)].map(([whole]) => whole.toUpperCase()))].slice(0, 10)
  return { cases: found.filter((it) => it.startsWith('C')), enquiries: found.filter((it) => it.startsWith('E')) }
}
