import type { CompiledPolicy } from '../compiled.ts'
import { entriesOf } from '../findings.ts'

/** A controller on whose instructions something is held: requests about it are theirs to answer. */
export interface OtherController {
  readonly key: string
  readonly name: string
  readonly contact: string
  /** ISO duration within which a request is passed on to them. */
  readonly within: string
  /** What is done on their instructions. */
  readonly uses: readonly string[]
}

/** Those for whom the service is a processor, also of what it no longer or not yet does here: people ask about that too. */
export const othersWhoAnswer = ({ service, purposes }: CompiledPolicy): OtherController[] =>
  entriesOf(service.controllers).flatMap(([key, { name, contact, passRequestsWithin }]) => {
    const uses = entriesOf(purposes).flatMap(([, { role, title }]) =>
      typeof role === 'object' && 'processorFor' in role && role.processorFor === key ? [title] : [],
    )
    return uses.length > 0 ? [{ key, name, contact, within: passRequestsWithin ?? 'P0D', uses }] : []
  })
