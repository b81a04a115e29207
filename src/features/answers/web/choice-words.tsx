import { type CompiledPolicy, withdrawalEffect } from '../../../policy/index.ts'
import type { SubjectKind } from '../../../policy/vocabulary.ts'

interface Props {
  readonly policy: CompiledPolicy
  readonly scope: string
  readonly kind: SubjectKind
}

/** What a consent is called where the policy asks it no more. */
export const titleOf = (policy: CompiledPolicy, scope: string): string =>
  policy.consents[scope]?.title ?? 'Something that we asked earlier'

/** What stops and what goes on when a consent is taken back, made from the policy. */
export function WhatEnds({ policy, scope, kind }: Props) {
  const effect = withdrawalEffect(policy, scope, kind)
  if (!effect) return <p class="govuk-body">It stops at once.</p>
  return (
    <>
      <p class="govuk-body">
        <strong>What stops:</strong> {effect.scope.withdrawal.stops}
      </p>
      <p class="govuk-body">
        <strong>What goes on:</strong> {effect.scope.withdrawal.continues}
        {effect.goesOn.length > 0 && ' We also still need the same details for:'}
      </p>
      {effect.goesOn.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {effect.goesOn.map((it) => (
            <li>
              {it.title}, because {it.because}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">What was done before stays as it is.</p>
    </>
  )
}
