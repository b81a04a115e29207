import { sql } from 'kysely'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey, SubjectKind } from '../../../policy/vocabulary.ts'
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
  { recordId, scope: key }: { readonly recordId: Id; readonly scope: string },
) =>
  desk.act<'no_such'>(
    actor,
    {
      ...({ purpose: 'rights', key: newId(), subjectId: recordId } as const),
      deed: actor === recordId ? 'portal.choice-taken-back' : 'choice.taken-back',
    },
    async (scope) => {
      const [kind, said] = await Promise.all([kindOfRecord(scope, recordId), choicesOf(scope, recordId)])
      const asked = consentOf(policy, key)
      // Also what the policy asks no more, where it was ever said.
      if (!kind || !(asked?.ledger === 'perPerson' || said.some((it) => it.scope === key))) return refused('no_such')
      await end(scope, { recordId, kind, key, words: asked?.wordingHash ?? 'none', policyHash: policy.hash })
      return done({ recordId })
    },
  )

interface Ending {
  readonly recordId: Id
  readonly kind: SubjectKind
  readonly key: string
  readonly words: string
  readonly policyHash: string
}

async function end(scope: Scope, { recordId, kind, key, words, policyHash }: Ending): Promise<void> {
  const { rows } = await sql<{ found: { subject: Id | null; points: Id[]; enquiry: Id | null } | null }>`
    SELECT ev.consent_to_end(${recordId}, ${key}) AS found`.execute(scope.queries)
  const found = rows[0]?.found
  if (!found) return
  const [subject, event] = [found.subject ?? newId(), newId()]
  const at = scope.now.toString()
  const bound = { subject_id: subject, scope: key, act: 'withdrawn', wording_hash: words, policy_hash: policyHash }
  await scope.announce({
    act: 'withdrawal',
    puts: [
      ...(found.subject
        ? []
        : [
            {
              table: 'consent_subject',
              row: { id: subject, [kind === 'enquirer' ? 'enquiry_id' : 'person_id']: recordId },
            },
          ]),
      { table: 'consent_event', row: { id: event, ...bound, channel: 'office', at } },
    ],
    changes: [
      ...found.points.map((id) => ({ table: 'contact_point', id, set: { ended_at: at } })),
      ...(found.enquiry ? [{ table: 'enquiry', id: found.enquiry, set: { email_safety: 'unsafe' } }] : []),
    ],
  })
  await sql`SELECT ev.withdraw_consent(${recordId}, ${key}, ${words}, ${policyHash}, ${subject}, ${event})`.execute(
    scope.queries,
  )
}
