import { Button } from '../../../../ui/components/button.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { InZone } from '../../../files/index.ts'
import { Prose } from '../../../sessions/index.ts'
import type { SessionStop } from '../../data/live-session-reads.ts'
import type { LivePageProps } from './live.page.tsx'

/** That the session cannot go on, why, and the ways from here. For the mediators alone: no screen for both says any of it. */
export const StandingStop = (props: LivePageProps & { readonly stop: SessionStop }) => (
  <>
    <Panel title="This session cannot go on" headingLevel={2} interruption>
      A fact that matters to the dispute may not be passed on. Until that changes, nothing is passed on and nothing is
      noted for both.
    </Panel>
    <InZone zone="office" names={props.names}>
      <Prose text={props.stop.reason} />
    </InZone>
    <h3 class="govuk-heading-s">Ways from here</h3>
    <ul class="govuk-list govuk-list--bullet">
      <li>Speak alone with the person who said it: may it pass now, in other words, or told by them?</li>
      <li>Adjourn, and talk with your supervisor or practice consultant before the next session.</li>
      <li>End the mediation. Tell both that it cannot go on, and give neither of them the reason.</li>
      <li>If somebody is in danger, or a child may be, follow the safeguarding procedure now.</li>
    </ul>
    {props.session.closedAt === null && (
      <Form
        action={`/office/live/${props.session.id}/resume`}
        formFields={<HiddenField name="_form" value={props.tokenFor()} />}
      >
        <TextAreaField
          form={props.form}
          name="because"
          label="What has changed, so that the session can go on?"
          rows={2}
          spellcheck
        />
        <Button preventDoubleClick>Go on with the session</Button>
      </Form>
    )}
  </>
)

/** Earlier stops of the session, and what ended them. */
export const PastStops = ({ stops }: { readonly stops: readonly SessionStop[] }) => (
  <>
    {stops
      .filter((it) => it.resumedAt !== null)
      .map((it) => (
        <p class="govuk-hint">
          Stopped {shortDateAndTime(it.stoppedAt)}: {it.reason} It went on, because: {it.resumedBecause}
        </p>
      ))}
  </>
)
