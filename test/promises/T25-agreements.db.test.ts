import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import policy from '../../policies/mediation-trust/policy.ts'
import { recipientsOffered } from '../../src/features/disclosures/actions/gate-tools.ts'
import { behindGate } from '../../src/features/disclosures/index.ts'
import { type CompiledPolicy, checkPolicy, compilePolicy, type Policy } from '../../src/policy/index.ts'
import { type TellingGround, tellingGround } from '../support/telling-ground.ts'

let ground: TellingGround
beforeAll(async () => {
  ground = await tellingGround()
})
afterAll(() => ground?.end())

/** The policy with a printer who works for us, named for telling others. */
const withPrinter = (agreement?: object) => ({
  ...policy,
  recipients: {
    ...policy.recipients,
    printer: {
      ...{
        name: 'a printer',
        kind: 'processor',
        why: 'prints papers',
        country: 'GB',
        gate: { opens: 'underAgreement' },
      },
      ...(agreement ? { agreement } : {}),
    },
  },
  purposes: {
    ...policy.purposes,
    disclosing: {
      ...policy.purposes.disclosing,
      recipients: ['hosting', 'printer', ...(policy.purposes.disclosing?.recipients ?? [])].slice(1),
    },
  },
})
const agreement = { document: 'agreements/printer', reviewBy: '2027-11-21' }
const compiled = (it?: object): CompiledPolicy => {
  const base = compilePolicy(withPrinter(agreement) as unknown as Policy)
  const { agreement: _, ...printer } = base.recipients.printer as NonNullable<CompiledPolicy['recipients'][string]>
  return {
    ...base,
    recipients: { ...base.recipients, printer: { ...printer, ...(it ? { agreement: it } : {}) } },
  } as CompiledPolicy
}
const toPrinter = { recipient: 'printer', ground: 'agreement', words: 'A list.', wordsQuality: 'open' } as const

describe('T25: third parties get data under a data protection agreement, or because a law asks', () => {
  test('a policy that names a supplier without one is refused', () => {
    const found = checkPolicy(withPrinter()).map(({ rule, clause }) => [rule, clause])
    expect(found).toContainEqual(['N16', 'recipients.printer.agreement'])
    const ended = checkPolicy(withPrinter({ ...agreement, until: '2026-01-01' })).map(({ clause }) => clause)
    expect(ended).toContain('recipients.printer.agreement.until')
  })

  test('without a current agreement nothing goes', async () => {
    expect(await ground.decide(toPrinter, compiled())).toMatchObject({ why: ['no_agreement'] })
    expect(await ground.decide(toPrinter, compiled({ ...agreement, from: '2027-01-01' }))).toMatchObject({
      why: ['agreement_not_begun'],
    })
    expect(await ground.decide(toPrinter, compiled(agreement))).toMatchObject({ done: true })
  })

  test('who works for us is offered when somebody outside is told, while their agreement stands', async () => {
    const offered = (it?: object, today = '2026-11-23') =>
      recipientsOffered(compiled(it), 'disclosing', today).some(({ recipient }) => recipient === 'printer')
    expect(offered(agreement)).toBe(true)
    expect(offered()).toBe(false)
    expect(offered({ ...agreement, until: '2026-11-23' })).toBe(true)
    expect(offered({ ...agreement, until: '2026-11-22' })).toBe(false)
    expect(offered({ ...agreement, from: '2026-11-24' })).toBe(false)
    const { html } = await ground.coordinator.get(`/office/cases/${ground.caseId}/disclosures/new`)
    expect(html).toContain('value="hosting:agreement"')
    expect(html).not.toContain('value="mailCarrier:')
  })

  test('an agreement that ends between the decision and the sending stops it', async () => {
    const until = compiled({ ...agreement, until: '2026-11-24' })
    const outcome = await ground.decide(toPrinter, until)
    const id = outcome.done ? (outcome.value.disclosureId ?? '') : ''
    ground.db.clock.forward('P2D')
    expect(await ground.send(id, until)).toMatchObject({ value: { stopped: 'yes' } })
    expect(await ground.one(id)).toEqual({ sent: false, why: 'agreement_ended' })
  })

  test('our own carriers are asked about at each message', async () => {
    const taken: string[] = []
    const plain = { deliver: async (message: string) => void taken.push(message) }
    const ended = compiled()
    const gate = (today: string, it: CompiledPolicy) =>
      behindGate(plain, { policy: it, recipient: 'mailCarrier', today: () => today })
    await gate('2026-11-23', ended).deliver('one' as never)
    const carrier = { ...ended.recipients.mailCarrier, agreement: { ...agreement, until: '2026-11-22' } }
    const over = { ...ended, recipients: { ...ended.recipients, mailCarrier: carrier } } as CompiledPolicy
    await expect(gate('2026-11-23', over).deliver('two' as never)).rejects.toThrow(/has ended/)
    expect(taken).toEqual(['one'])
  })
})
