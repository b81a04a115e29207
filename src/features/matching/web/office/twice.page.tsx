import { BackLink } from '../../../../ui/components/back-link.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { PossiblyTwice } from '../../data/twice.ts'
import { KnownList, nameOf } from './known-list.tsx'

export interface TwicePageProps {
  readonly caseId: Id
  readonly found: readonly PossiblyTwice[]
  readonly mayMerge: boolean
}

/** Who may be the same person as a party, each leading to both side by side for whoever may make them one. */
export const TwicePage = ({ caseId, found, mayMerge }: TwicePageProps) => (
  <>
    <BackLink href={`/office/cases/${caseId}`}>Back to the case</BackLink>
    <h1 class="govuk-heading-l">Is one of them on record twice?</h1>
    {found.map(({ party, others }) => (
      <section>
        <h2 class="govuk-heading-m">{nameOf(party)}</h2>
        {others.length === 0 ? (
          <p class="govuk-body">Nobody in another case fits.</p>
        ) : (
          <KnownList
            known={others}
            also={(one) =>
              mayMerge && (
                <div>
                  <a class="govuk-link" href={`/office/people/${party.id}/same-as/${one.id}`}>
                    Compare
                    <span class="govuk-visually-hidden">
                      {' '}
                      {nameOf(one)} with {nameOf(party)}
                    </span>
                  </a>
                </div>
              )
            }
          />
        )}
      </section>
    ))}
    {mayMerge && (
      <p class="govuk-body">
        <a class="govuk-link" href="/office/merges">
          Records that became one
        </a>
      </p>
    )}
  </>
)
