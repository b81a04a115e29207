import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { egresses } from '../../src/features/disclosures/domain/egresses.ts'
import { compilePolicy, gateTable } from '../../src/policy/index.ts'

/** How a way out looks in the source. */
const marks: Readonly<Record<string, RegExp>> = {
  carrier: /\.deliver\(/,
  file: /\{ file: \{/,
  print: /forPrint: (true|\w+)|\bforPrint\b(?=[,\s}])/,
  progress: /referral_progress\(/,
}
const sources = globSync('src/{app,features}/**/*.{ts,tsx}')
  .map((it) => it.replaceAll('\\', '/'))
  .filter((it) => !it.includes('.test.') && !it.startsWith('src/app/demonstration/') && it !== 'src/app/dress.tsx')
const declared = new Set(egresses.flatMap((it) => it.at))

describe('nothing leaves except by a way that says for whom it is', () => {
  test.each(Object.entries(marks))('every %s is declared', (_, mark) => {
    const found = sources.filter((it) => mark.test(readFileSync(it, 'utf8')))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((it) => !declared.has(it))).toEqual([])
  })

  test('what is declared is there, and is a way out', () => {
    for (const at of declared) expect(Object.values(marks).some((it) => it.test(readFileSync(at, 'utf8')))).toBe(true)
  })

  test('nothing but the declared carriers reaches a transport', () => {
    const named = /smtpTransport\(|firetextTransport\(|createTransport\(/
    expect(sources.filter((it) => named.test(readFileSync(it, 'utf8')))).toEqual(['src/app/start-service.ts'])
    expect(readFileSync('src/app/service.ts', 'utf8')).toMatch(/gated\(mail\.transport, 'mailCarrier'\)/)
  })

  test.each([trust, firm])('whom they are for is in the policy, or is the person or a colleague', (policy) => {
    const rows = gateTable(compilePolicy(policy))
    for (const { recipient } of egresses)
      if (!['staff', 'subject', 'referrer'].includes(recipient))
        expect(rows.find((it) => it.recipient === recipient)?.gate.opens).toBe('underAgreement')
  })
})
