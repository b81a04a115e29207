import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { UnfinishedCall } from '../../data/call-drafts.ts'

/** What the reader began to write down and did not save: it is theirs alone to see and to finish. */
export const UnfinishedCalls = ({ calls }: { readonly calls: readonly UnfinishedCall[] }) =>
  calls.length === 0 ? null : (
    <InsetText>
      <p class="govuk-body">You began to write down, and did not save:</p>
      <ul class="govuk-list govuk-list--bullet">
        {calls.map((it) => (
          <li>
            <a class="govuk-link" href={`/office/enquiries/new?call=${it.id}`}>
              {it.name}
            </a>
            , kept on {dateAndTime(it.savedAt)}
          </li>
        ))}
      </ul>
    </InsetText>
  )
