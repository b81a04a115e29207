import { offerTimes } from '../../../features/booking-offers/index.ts'
import { newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import { partiesToBe } from '../parties-to-be.ts'
import type { Cast } from './cast.ts'
import { known, must, type Thread } from './thread.ts'
import { weekday } from './weekday.ts'

/** The two whom one can be are offered times for their next session, by telephone; each says for themselves which they can do. */
export async function offerToBoth(
  { service, cast }: { readonly service: Service; readonly cast: Cast },
  threads: readonly Thread[],
  now: Temporal.ZonedDateTime,
): Promise<void> {
  const { worker, office } = service.desks.desk
  const [party] = await worker.read(null, { purpose: 'booking', deed: 'case.listed' }, partiesToBe)
  const thread = threads.find(({ caseId, a }) => caseId && `${a.givenName} ${a.familyName}` === party?.name)
  if (!thread) throw new Error('the story has nobody to offer times to')
  const caseId = known(thread.caseId)
  // Each after the one before: two days of a weekend would be the same Monday.
  const first = weekday(now.add({ days: 5 }))
  const second = weekday(first.add({ days: 2 }))
  const times = [first, second, weekday(second.add({ days: 2 }))].map((day) => {
    const startsAt = day.with({ hour: 16, minute: 15 }).toInstant()
    return { mediatorId: thread.mediator, roomId: null, startsAt, endsAt: startsAt.add({ minutes: 30 }) }
  })
  const answerBy = now.add({ days: 5 }).toPlainDate()
  const offer = { key: newId(), caseId, kind: 'session', zone: 'both', means: 'telephone', answerBy, times } as const
  const tools = { serviceName: service.policy.service.name, hasTexts: service.texts !== null }
  must(await offerTimes(office, cast.coordinator, offer, tools))
}
