import { z } from 'zod'
import { oneOf, tooLong } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Panel, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { childrenOf, partiesOf, zoneNames } from '../../../cases/index.ts'
import { wholeDateField } from '../../../settings/index.ts'
import { keepArrangement } from '../../actions/keep-arrangement.ts'
import { arrangementsOf, childrenWithArrangements } from '../../data/arrangements.ts'
import { arrangedBy } from '../../domain/arrangement.ts'
import { ArrangementsPage, arrangementsPath, longestThing } from './arrangement.pages.tsx'
import { type Request, routesFor } from './case-form.tsx'

const mediation = routesFor('mediation')
const path = '/office/cases/:caseId/children/:childId/arrangements'

/** What is arranged for a child: to look at, and to write down anew. */
export const arrangementRoutes: readonly Route<PurposeKey>[] = [
  mediation('GET', path, (request) => show(request, blankForm)),
  mediation('POST', path, keep),
]

async function show(request: Request, form: FormState): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId) || !isId(childId)) return { notFound: true }
  const deed = { purpose: 'mediation', deed: 'child.arrangements-opened', caseId, subjectId: childId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [children, parties, arrangements] = await Promise.all([
      childrenOf(scope, caseId),
      partiesOf(scope, caseId),
      arrangementsOf(scope, childId),
    ])
    const child = children.find((it) => it.id === childId)
    const { a: A, b: B } = zoneNames(parties)
    return child ? { caseId, child, names: { A, B }, arrangements } : null
  })
  if (!found) return { notFound: true }
  const body = <ArrangementsPage {...found} form={form} token={request.formToken()} />
  return { page: { title: `Arrangements for ${found.child.givenName}`, invalid: hasErrors(form), body } }
}

const thing = z.string().max(longestThing, tooLong(longestThing)).default('')

const arrangementForm = (today: Temporal.PlainDate) =>
  z
    .object({
      by: oneOf(arrangedBy, 'Choose who says so'),
      ...{ lives: thing, timeWith: thing, holidays: thing, school: thing },
    })
    .refine((sent) => sent.lives || sent.timeWith || sent.holidays || sent.school, {
      message: 'Write down what was said, here or in a box below',
      path: ['lives'],
    })
    .and(
      wholeDateField('said', 'Enter a day').refine(({ said }) => said === '' || said <= today.toString(), {
        message: 'The day must be today or before',
        path: ['said'],
      }),
    )

async function keep(request: Request): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId) || !isId(childId)) return { notFound: true }
  const reading = readForm(arrangementForm(request.today), request.form)
  if (!reading.ok) return show(request, reading)
  const { said, ...told } = reading.value
  const made = { ...told, key: request.form.key, caseId, childId, saidOn: Temporal.PlainDate.from(said) }
  const outcome = await keepArrangement(request.desk, actorOf(request), made)
  return outcome.done ? { redirect: arrangementsPath(caseId, childId) } : { notFound: true }
}

/** On the page of a case, for its mediator: of each child, whether anything was told of their arrangements. */
export const arrangementsPanel: Panel<PurposeKey> = {
  name: 'arrangements',
  area: 'office',
  purpose: 'mediation',
  show: async ({ desk, staff }, caseId) => {
    const deed = { purpose: 'mediation', deed: 'child.arrangements-listed', caseId } as const
    const { children, told } = await desk.read(staff.id, deed, async (scope) => {
      const [children, told] = await Promise.all([childrenOf(scope, caseId), childrenWithArrangements(scope, caseId)])
      return { children, told }
    })
    if (children.length === 0) return null
    return (
      <>
        <h2 class="govuk-heading-m">Arrangements for the children</h2>
        <ul class="govuk-list">
          {children.map((child) => (
            <li>
              <a class="govuk-link" href={arrangementsPath(caseId, child.id)}>
                Arrangements for {child.givenName}
              </a>
              {!told.has(child.id) && ' (nothing told yet)'}
            </li>
          ))}
        </ul>
      </>
    )
  },
}
