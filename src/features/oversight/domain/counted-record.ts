import type { ProcessingRecord } from '../../../policy/index.ts'

/** How often something went to a recipient, by the register; what nobody is to be told of is in no count. */
export interface ToldCount {
  readonly recipient: string
  readonly count: number
  readonly latest: Temporal.Instant
}

export type CountedRecipient = ProcessingRecord['recipients'][number] & {
  /** How often something of a case went to them, and when last; null when nothing did. */
  readonly told: { readonly times: number; readonly latest: string } | null
}

/** The record of processing with what was told to each recipient (UK GDPR, Article 30(1)(d)). */
export interface CountedRecord extends Omit<ProcessingRecord, 'recipients'> {
  readonly recipients: readonly CountedRecipient[]
}

export const countedRecord = (record: ProcessingRecord, counts: readonly ToldCount[]): CountedRecord => ({
  ...record,
  recipients: record.recipients.map((it) => {
    const found = counts.find(({ recipient }) => recipient === it.key)
    return { ...it, told: found ? { times: found.count, latest: found.latest.toString() } : null }
  }),
})

export const toldWords = ({ told }: CountedRecipient, day: (iso: string) => string): string =>
  told === null ? 'Nothing yet' : `${told.times}, the last on ${day(told.latest)}`
