import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { longDate, shortDate } from '../../../../ui/dates.ts'
import { waiterWords } from '../../../cases/index.ts'
import { stepOf } from '../../data/steps.ts'
import type { NextStep } from '../../domain/next-step.ts'

export type MayAct = (role: string, purpose: PurposeKey) => boolean

/** On the page of a case, before all else: what comes next, why it waits, and one press to do it. */
export const nextStepPanel = (mayAct: MayAct): Panel<PurposeKey> => ({
  name: 'nextStep',
  area: 'office',
  purpose: 'booking',
  show: async ({ desk, staff, today }, caseId) => {
    const deed = { purpose: 'booking', deed: 'case.next-seen', caseId } as const
    const step = await desk.read(staff.id, deed, (scope) => stepOf(scope, caseId))
    if (!step || step.waitsFor === 'nobody') return null
    const way = step.way && mayAct(staff.role, step.way.purpose) ? step.way.href : null
    return <Next step={step} way={way} today={today} />
  },
})

const Next = (props: { readonly step: NextStep; readonly way: string | null; readonly today: Temporal.PlainDate }) => {
  const { step, way, today } = props
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-m">
        <span class="govuk-caption-m">What comes next</span>
        {step.words}
      </h2>
      <p class="govuk-body">
        {step.why}. Waits for {waiterWords[step.waitsFor]}
        {step.day &&
          (step.waitsFor === 'parties' ? `, on ${longDate(step.day)}` : `, since ${shortDate(step.day, today)}`)}
        .
      </p>
      {way && (
        <Button href={way} classes="govuk-!-margin-bottom-0">
          {step.waitsFor === 'parties' ? 'See the appointment' : step.words}
        </Button>
      )}
    </div>
  )
}
