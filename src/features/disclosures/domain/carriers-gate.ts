import { DeliveryFailure } from '../../../platform/delivery-failure.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { gateTable } from '../../../policy/enforcing/gate-table.ts'
import { homeCountries } from '../../../policy/law.ts'
import { agreementFault, refusals } from './judge.ts'

/** Why a supplier of ours gets nothing today (ISO date); null when it may. */
export function whyCarrierShut(policy: CompiledPolicy, recipient: string, today: string): keyof typeof refusals | null {
  const row = gateTable(policy).find((it) => it.recipient === recipient)
  if (!row || row.flows.length === 0) return 'no_recipient'
  if (!homeCountries.includes(row.country) && row.safeguard === null) return 'no_safeguard'
  return agreementFault(row.agreement, today) || null
}

interface Carries<Message> {
  deliver(message: Message): Promise<void>
}

/**
 * Whoever carries our messages, behind the gate: asked at each one whether the agreement still stands. What cannot go waits, as it does
 * when a server cannot be reached.
 */
export const behindGate = <Carrier extends Carries<never>>(
  carrier: Carrier,
  gate: { readonly policy: CompiledPolicy; readonly recipient: string; readonly today: () => string },
): Carrier =>
  Object.assign(Object.create(carrier), {
    deliver: async (message: never) => {
      const why = whyCarrierShut(gate.policy, gate.recipient, gate.today())
      if (why) throw new DeliveryFailure('temporary', refusals[why])
      await carrier.deliver(message)
    },
  })
