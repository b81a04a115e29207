import type { Staff } from '../../../../platform/web/route.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseOfReference, caseReferences } from '../../../cases/index.ts'
import { type Activity, activitySince, recordsOfColleague, recordsOfFile } from '../../data/record-reads.ts'
import { oversightRoute } from './oversight-page.tsx'
import { beforeIn, purposeTitles, RecordTable } from './record-table.tsx'
import type { OversightTools } from './tools.ts'

const back = { href: '/office/records', text: 'Records' }
const lookBack = Temporal.Duration.from({ hours: 30 * 24 })

/** Where one looks for the records of a file or of a colleague. */
export const recordsIndex = (tools: OversightTools) =>
  oversightRoute('/office/records', (request) => {
    const deed = { purpose: 'accountability', deed: 'records.opened' } as const
    return request.desk.read(request.staff.id, deed, async (scope) => {
      const { reference } = request.query
      const found = reference ? await caseOfReference(scope, reference) : null
      if (found) return { redirect: `/office/records/files/${found}` }
      const [colleagues, activity] = await Promise.all([
        tools.colleagues(scope),
        activitySince(scope, scope.now.subtract(lookBack)),
      ])
      const message = 'No file has this reference. It may have been destroyed, or a letter is wrong'
      const form = { values: { reference: reference ?? '' }, errors: reference ? { reference: message } : {} }
      return { title: 'Records', body: <RecordsIndex form={form} colleagues={colleagues} activity={activity} /> }
    })
  })

const RecordsIndex = (props: {
  readonly form: FormState
  readonly colleagues: readonly Staff[]
  readonly activity: ReadonlyMap<Id, Activity>
}) => (
  <>
    <FormErrorSummary form={props.form} />
    <p class="govuk-body">
      Whenever somebody opens a file or changes something, it is recorded: who, when and for what, without what they
      saw. Looking at the records is recorded too.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/office/oversight/openings">
        Files opened by others
      </a>
    </p>
    <h2 class="govuk-heading-m">Who opened a file</h2>
    <Form action="/office/records" method="get">
      <TextField form={props.form} name="reference" label="Reference of the file" width={10} spellcheck={false} />
      <Button>Show its records</Button>
    </Form>
    <h2 class="govuk-heading-m">What a colleague opened</h2>
    <Table
      caption="In the last 30 days"
      captionClasses="govuk-table__caption--s"
      head={['Colleague', { content: 'Files', format: 'numeric' }, { content: 'Records', format: 'numeric' }, 'Last']}
      rows={props.colleagues.map((colleague) => {
        const activity = props.activity.get(colleague.id)
        return [
          <a class="govuk-link" href={`/office/records/staff/${colleague.id}`}>
            {colleague.name}
          </a>,
          { content: activity?.files ?? 0, format: 'numeric' as const },
          { content: activity?.deeds ?? 0, format: 'numeric' as const },
          activity ? dateAndTime(activity.last) : 'Nothing',
        ]
      })}
    />
  </>
)

/** Who opened or did what in one file. Records outlive the file. */
export const fileRecords = (tools: OversightTools) =>
  oversightRoute('/office/records/files/:caseId', async (request) => {
    const { caseId } = request.params
    if (!isId(caseId)) return null
    const titles = purposeTitles(tools.policy, await tools.settingValues())
    const deed = { purpose: 'accountability', deed: 'records.file-opened', caseId } as const
    return request.desk.read(request.staff.id, deed, async (scope) => {
      const before = beforeIn(request.query)
      const [page, references] = await Promise.all([
        recordsOfFile(scope, caseId, before),
        caseReferences(scope, [caseId]),
      ])
      const reference = references.get(caseId)
      if (!reference && page.deeds.length === 0 && before === null) return null
      const names = await tools.staffNames(scope, actorsOf(page.deeds))
      return {
        title: reference ? `Who opened file ${reference}` : 'Who opened a file that was destroyed',
        back,
        printable: true,
        body: (
          <RecordTable
            page={page}
            titles={titles}
            by={{ kind: 'who', names }}
            path={request.path}
            empty="Nothing earlier was recorded about this file."
          />
        ),
      }
    })
  })

const actorsOf = (deeds: readonly { readonly actor: Id | null }[]): Id[] => [
  ...new Set(deeds.flatMap((it) => (it.actor ? [it.actor] : []))),
]

/** What one colleague opened or did. */
export const colleagueRecords = (tools: OversightTools) =>
  oversightRoute('/office/records/staff/:staffId', async (request) => {
    const { staffId } = request.params
    if (!isId(staffId)) return null
    const titles = purposeTitles(tools.policy, await tools.settingValues())
    const deed = { purpose: 'accountability', deed: 'records.colleague-opened', subjectId: staffId } as const
    return request.desk.read(request.staff.id, deed, async (scope) => {
      const [page, names] = await Promise.all([
        recordsOfColleague(scope, staffId, beforeIn(request.query)),
        tools.staffNames(scope, [staffId]),
      ])
      const name = names.get(staffId)
      if (!name && page.deeds.length === 0) return null
      const files = [...new Set(page.deeds.flatMap((it) => (it.caseId ? [it.caseId] : [])))]
      const references = await caseReferences(scope, files)
      return {
        title: `What ${name ?? 'a former colleague'} opened`,
        back,
        printable: true,
        body: (
          <RecordTable
            page={page}
            titles={titles}
            by={{ kind: 'file', references }}
            path={request.path}
            empty="Nothing is recorded. What a colleague opens or does appears here at once."
          />
        ),
      }
    })
  })
