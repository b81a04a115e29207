import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { SessionNote } from '../../data/live-session-reads.ts'
import { jointOf } from '../../domain/joint.ts'
import { kindWords } from '../../domain/words.ts'

/** A screen to turn to both parties: what is joint and nothing else, without a word on what is not. */
export const JointPage = (props: { readonly sessionId: Id; readonly notes: readonly SessionNote[] }) => {
  const joint = jointOf(props.notes)
  return (
    <>
      <BackLink href={`/office/live/${props.sessionId}`}>Session</BackLink>
      <h1 class="govuk-heading-l">What we have so far</h1>
      {joint.length === 0 && <InsetText>Nothing yet.</InsetText>}
      {joint.length > 0 && (
        <dl class="govuk-summary-list">
          {joint.map((note) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{kindWords[note.kind]}</dt>
              <dd class="govuk-summary-list__value">{note.words}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
