import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { longDate, timeOfDay } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type {
  LedgerEntry,
  LiveSession,
  NoteStatement,
  Observer,
  SessionNote,
  SessionStop,
} from '../../data/live-session-reads.ts'
import { wayWords } from '../../domain/words.ts'
import type { InCase } from './in-case.ts'
import { NoteForm } from './note-form.tsx'
import { NoteList } from './note-list.tsx'
import { PastStops, StandingStop } from './stop-parts.tsx'

export interface LivePageProps extends InCase {
  readonly session: LiveSession
  readonly notes: readonly SessionNote[]
  readonly statements: readonly NoteStatement[]
  readonly ledger: readonly LedgerEntry[]
  readonly stops: readonly SessionStop[]
  readonly observers: readonly Observer[]
  readonly staffNames: ReadonlyMap<Id, string>
  readonly form: FormState
  /** Which form the state is of; the others are blank. */
  readonly of: 'note' | 'stop' | 'resume' | 'other'
  readonly tokenFor: () => string
}

/** A session while it runs: what was said, what may pass, and a line to write the next thing. For its mediators alone. */
export function LivePage(props: LivePageProps) {
  const { session, head, form, stops } = props
  const open = session.closedAt === null
  const standing = stops.find((it) => it.resumedAt === null)
  return (
    <>
      <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Session on {longDate(session.heldOn)}</h1>
      <Who {...props} />
      {standing && <StandingStop stop={standing} {...props} form={props.of === 'resume' ? form : blankForm} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/live/${session.id}/joint`}>
          The screen for both
        </a>{' '}
        shows what was said with both there and what was passed on.
      </p>
      <NoteList {...props} />
      {open && <NoteForm {...props} form={props.of === 'note' ? form : blankForm} />}
      <PastStops stops={stops} />
      {open ? <Ending {...props} stopped={standing !== undefined} /> : <Afterwards {...props} />}
    </>
  )
}

function Who({ session, observers, staffNames }: LivePageProps) {
  const name = (id: Id) => staffNames.get(id) ?? 'a colleague'
  const mediators = [session.openedBy, ...(session.secondMediator ? [session.secondMediator] : [])].map(name)
  return (
    <p class="govuk-body">
      {wayWords[session.way]}. {mediators.join(' with ')}.{' '}
      {observers.map((it) => `${name(it.staffId)} watches; both parties agreed. `)}
      {session.closedAt ? <Tag colour="grey">Ended at {timeOfDay(session.closedAt)}</Tag> : <Tag>Running</Tag>}
    </p>
  )
}

const press = (props: LivePageProps, act: string, words: string, classes?: string) => (
  <Form
    action={`/office/live/${props.session.id}/${act}`}
    formFields={<HiddenField name="_form" value={props.tokenFor()} />}
  >
    <Button preventDoubleClick id={act} classes={classes}>
      {words}
    </Button>
  </Form>
)

const Ending = (props: LivePageProps & { readonly stopped: boolean }) => (
  <>
    {!props.stopped && (
      <>
        <h2 class="govuk-heading-m">If the session cannot go on</h2>
        <p class="govuk-body">
          A fact that matters to the dispute, and that one of them does not let you pass on, stops the session. Neither
          of them sees why.
        </p>
        <Form
          action={`/office/live/${props.session.id}/stop`}
          formFields={<HiddenField name="_form" value={props.tokenFor()} />}
        >
          <TextAreaField
            form={props.of === 'stop' ? props.form : blankForm}
            name="reason"
            label="Why can it not go on?"
            rows={3}
            spellcheck
          />
          <Button preventDoubleClick classes="govuk-button--warning">
            Stop the session
          </Button>
        </Form>
      </>
    )}
    <h2 class="govuk-heading-m">When it is over</h2>
    <p class="govuk-body">After that, its notes stay as they are.</p>
    {press(props, 'close', 'End the session')}
  </>
)

const Afterwards = (props: LivePageProps) => (
  <>
    <InsetText>This session has ended. Its notes stay as they are.</InsetText>
    {press(props, 'summary', 'Begin the summary from what is joint')}
  </>
)
