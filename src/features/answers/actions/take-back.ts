import { sql } from 'kysely'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { consentOf } from '../../consents/index.ts'
import { choicesOf, kindOfRecord } from '../data/choices.ts'

/**
 * Takes back what somebody agreed to, for themselves or through a colleague whom they told: at once, without undoing what was done
 * (UK GDPR Article 7(3)). Asked twice it does nothing more. What is on its way at this moment is waited for.
 */
export const takeBack = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  { personId, scope: key }: { readonly personId: Id; readonly scope: string },
) =>
  desk.act<'no_such'>(
    actor,
    {
      ...({ purpose: 'rights', key: newId(), subjectId: personId } as const),
      deed: actor === personId ? 'portal.choice-taken-back' : 'choice.taken-back',
    },
    async (scope) => {
      const [kind, said] = await Promise.all([kindOfRecord(scope, personId), choicesOf(scope, personId)])
      const asked = consentOf(policy, key)
      // Also what the policy asks no more, where it was ever said.
      if (!kind || !(asked?.ledger === 'perPerson' || said.some((it) => it.scope === key))) return refused('no_such')
      await end(scope, { personId, key, words: asked?.wordingHash ?? 'none', policyHash: policy.hash })
      return done({ personId })
    },
  )

interface Ending {
  readonly personId: Id
  readonly key: string
  readonly words: string
  readonly policyHash: string
}

async function end(scope: Scope, { personId, key, words, policyHash }: Ending): Promise<void> {
  const { rows } = await sql<{ found: { subject: Id | null; points: Id[] } | null }>`
    SELECT ev.consent_to_end(${personId}, ${key}) AS found`.execute(scope.queries)
  const found = rows[0]?.found
  if (!found) return
  const [subject, event] = [found.subject ?? newId(), newId()]
  const at = scope.now.toString()
  const bound = { subject_id: subject, scope: key, act: 'withdrawn', wording_hash: words, policy_hash: policyHash }
  await scope.announce({
    act: 'withdrawal',
    puts: [
      ...(found.subject ? [] : [{ table: 'consent_subject', row: { id: subject, person_id: personId } }]),
      { table: 'consent_event', row: { id: event, ...bound, channel: 'office', at } },
    ],
    changes: found.points.map((id) => ({ table: 'contact_point', id, set: { ended_at: at } })),
  })
  await sql`SELECT ev.withdraw_consent(${personId}, ${key}, ${words}, ${policyHash}, ${subject}, ${event})`.execute(
    scope.queries,
  )
}
