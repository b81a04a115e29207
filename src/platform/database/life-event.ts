import type { Id } from '../../values/ids.ts'
import { dayOf } from '../clock/service-clock.ts'
import type { Scope } from './desk.ts'

/** Records what happened in the life of a thing, on the service's day or an earlier one. Retention clocks start from these. */
export async function recordLifeEvent(
  scope: Scope,
  event: { readonly aggregate: string; readonly id: Id; readonly event: string; readonly on?: Temporal.PlainDate },
): Promise<void> {
  await scope.queries
    .insertInto('life_event')
    .values({
      aggregate: event.aggregate,
      aggregate_id: event.id,
      event: event.event,
      happened_on: (event.on ?? dayOf(scope.now)).toString(),
    })
    .execute()
}
