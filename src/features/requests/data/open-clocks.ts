import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { ClockFacts } from '../domain/clock.ts'
import type { RequestKind } from '../domain/kinds.ts'

interface Row {
  readonly kind: RequestKind
  readonly received_on: string
  readonly identity: string
  readonly identity_asked_on: string | null
  readonly identity_settled_on: string | null
  readonly extended_on: string | null
  readonly stops: readonly { readonly askedOn: string; readonly answeredOn: string | null }[]
}

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

/** What the clocks of all waiting requests go by, for whoever sees that promises hold: dates, without who asks and what. */
export async function openClocks({ queries }: Scope): Promise<ClockFacts[]> {
  const { rows } =
    await sql<Row>`SELECT kind, received_on, identity, identity_asked_on, identity_settled_on, extended_on, stops FROM ev.open_request_clocks()`.execute(
      queries,
    )
  return rows.map((row) => ({
    kind: row.kind,
    receivedOn: Temporal.PlainDate.from(row.received_on),
    identityAskedOn: row.identity === 'not_needed' ? null : day(row.identity_asked_on),
    identityShownOn: row.identity === 'shown' ? day(row.identity_settled_on) : null,
    stops: row.stops.map((it) => ({ askedOn: Temporal.PlainDate.from(it.askedOn), answeredOn: day(it.answeredOn) })),
    extendedOn: day(row.extended_on),
  }))
}
