import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import type { Id } from '../../../../values/ids.ts'
import { staffNames } from '../../../staff/index.ts'
import { dueWords } from '../../../tasks/index.ts'
import { followUpsOf } from '../../data/follow-ups.ts'
import { roleWords } from './follow-up.pages.tsx'

/** On the page of a case: what somebody is set to do in it, and by when. */
export const followUpsPanel: Panel<PurposeKey> = {
  name: 'followUps',
  area: 'office',
  purpose: 'booking',
  show: async ({ desk, staff, today }, caseId) => {
    const deed = { purpose: 'booking', deed: 'follow-up.listed', caseId } as const
    const { found, names } = await desk.read(staff.id, deed, async (scope) => {
      const found = await followUpsOf(scope, caseId)
      return { found, names: await staffNames(scope, [...new Set(found.flatMap((it) => it.forStaff ?? []))]) }
    })
    const who = (it: { forStaff: Id | null; forRole: keyof typeof roleWords }) =>
      (it.forStaff && names.get(it.forStaff)) || roleWords[it.forRole]
    return (
      <>
        <h2 class="govuk-heading-m">Follow-ups</h2>
        {found.length === 0 ? (
          <InsetText>Nothing is to be followed up. Add what must not be forgotten, with its day.</InsetText>
        ) : (
          <ScrollArea label="Follow-ups">
            <Table
              caption="Follow-ups, the most urgent first"
              captionClasses="govuk-visually-hidden"
              head={['What', 'Who', 'When']}
              rows={found.map((it) => [
                {
                  content: (
                    <a class="govuk-link" href={`/office/cases/${caseId}/follow-ups/${it.id}`}>
                      {it.words}
                    </a>
                  ),
                },
                who(it),
                dueWords(Temporal.PlainDate.from(it.dueOn), today),
              ])}
            />
          </ScrollArea>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases/${caseId}/follow-ups/new`}>
            Add a follow-up
          </a>
        </p>
      </>
    )
  },
}
