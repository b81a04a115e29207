import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { WaitingReset } from '../../data/staff-reads.ts'
import { ActButton, type OfficeRequest } from './parts.tsx'

/** Lost authenticators: whoever neither asked nor is meant may agree, and anybody here may say that it is not needed. */
export function ResetsPage(props: {
  readonly request: OfficeRequest
  readonly waiting: readonly WaitingReset[]
  readonly names: ReadonlyMap<string, string>
  readonly viewer: string
  readonly problem: string | undefined
}) {
  const { request, waiting, names, viewer, problem } = props
  const may = (it: WaitingReset) => it.askedBy !== viewer && it.staffId !== viewer
  return (
    <>
      <h1 class="govuk-heading-l">Lost authenticators</h1>
      {problem && <p class="govuk-error-message">{problem}</p>}
      {waiting.length === 0 && <InsetText>Nobody waits for a second person.</InsetText>}
      {waiting.length > 0 && (
        <p class="govuk-body">
          Before you agree, speak with your colleague in person or on a number that you know, and hear it from them.
        </p>
      )}
      {waiting.length > 0 && (
        <Table
          head={['Whose', 'Asked by', 'When', <span class="govuk-visually-hidden">Agree</span>]}
          rows={waiting.map((it) => [
            names.get(it.staffId) ?? '',
            names.get(it.askedBy) ?? '',
            dateAndTime(it.askedAt),
            <>
              {may(it) ? (
                <ActButton request={request} action={`/office/resets/${it.id}/approve`}>
                  Agree and make a link
                </ActButton>
              ) : (
                <p class="govuk-body">Waits for a second person</p>
              )}
              <ActButton request={request} action={`/office/resets/${it.id}/withdraw`}>
                Not needed
              </ActButton>
            </>,
          ])}
        />
      )}
    </>
  )
}
