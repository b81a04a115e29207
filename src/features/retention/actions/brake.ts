import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { brakeState } from '../data/brake.ts'
import { recordConfirmation, recordHalt, recordSweep } from '../data/brake-writes.ts'
import { mustAsk } from '../domain/brake.ts'

/** Whether the sweep must stand still: the clock has leapt, and nobody has said that the date is right. */
export async function haltsForLeap(desk: Desk<PurposeKey>): Promise<boolean> {
  const found = { halts: false }
  const deed = { purpose: 'retention', deed: 'retention.halted', key: newId() } as const
  await desk.act<'known'>(null, deed, async (scope) => {
    const state = await brakeState(scope)
    found.halts = mustAsk(scope.now, state)
    if (!found.halts || (state?.haltedAt && !state.confirmedAt)) return refused('known')
    await recordHalt(scope)
    return done({})
  })
  return found.halts
}

/** Writes down that the sweep ran, from which the next leap is reckoned. */
export async function rememberSweep(desk: Desk<PurposeKey>): Promise<void> {
  const deed = { purpose: 'retention', deed: 'retention.swept', key: newId() } as const
  await desk.act(null, deed, async (scope) => {
    await recordSweep(scope)
    return done({})
  })
}

/** A person confirms that the date which the service shows is right, so that the sweep goes on. */
export function confirmDate(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_halted'>> {
  const deed = { purpose: 'accountability', deed: 'retention.date-confirmed', key: input.key } as const
  return desk.act<'not_halted'>(actor, deed, async (scope) =>
    (await recordConfirmation(scope)) ? done({}) : refused('not_halted'),
  )
}
