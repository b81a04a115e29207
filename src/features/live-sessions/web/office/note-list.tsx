import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { timeOfDay } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { InZone, QualityTag } from '../../../files/index.ts'
import type { LedgerEntry, NoteStatement, SessionNote } from '../../data/live-session-reads.ts'
import { kindWords, passings, passingWords } from '../../domain/words.ts'
import type { LivePageProps } from './live.page.tsx'

/** What was said so far, each thing in its room and with what became of it. */
export const NoteList = (props: LivePageProps) => (
  <>
    <h2 class="govuk-heading-m">Notes</h2>
    {props.notes.length === 0 && <InsetText>Nothing has been noted yet.</InsetText>}
    {props.notes.map((note) => (
      <Note {...props} note={note} entries={props.ledger.filter((it) => it.noteId === note.id)} />
    ))}
  </>
)

/** What a party says who does not agree, beside the note. */
export const Statements = (props: {
  readonly statements: readonly NoteStatement[]
  readonly names: { readonly a: string; readonly b: string }
}) => (
  <>
    {props.statements.map((it) => (
      <InsetText>
        <strong>{it.side === 'A' ? props.names.a : props.names.b} does not agree, and says:</strong> {it.words}
      </InsetText>
    ))}
  </>
)

type NoteProps = LivePageProps & { readonly note: SessionNote; readonly entries: readonly LedgerEntry[] }

function Note(props: NoteProps) {
  const { note, names, session } = props
  const changes = session.closedAt === null && note.passedAt === null
  return (
    <InZone zone={note.zone} names={names}>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{kindWords[note.kind]}:</strong> {note.words} <QualityTag quality={note.legalQuality} />{' '}
        {changes && (
          <a class="govuk-link" href={`/office/live-notes/${note.id}`}>
            Change<span class="govuk-visually-hidden"> “{note.words}”</span>
          </a>
        )}
      </p>
      <Statements statements={props.statements.filter((it) => it.noteId === note.id)} names={names} />
      {note.passing && <Ledger {...props} changes={changes} />}
      <p class="govuk-body govuk-!-margin-bottom-1">
        <a class="govuk-link" href={`/office/live-notes/${note.id}/statement`}>
          They do not agree with it<span class="govuk-visually-hidden">: “{note.words}”</span>
        </a>
      </p>
    </InZone>
  )
}

function Ledger(props: NoteProps & { readonly changes: boolean }) {
  const { note, entries, staffNames } = props
  const other = note.zone === 'A' ? props.names.b : props.names.a
  const words = (it: LedgerEntry) => (it.happened === 'passed' ? `Passed to ${other}` : passingWords[it.happened])
  return (
    <>
      <ul class="govuk-list govuk-hint govuk-!-margin-bottom-1">
        {entries.map((it) => (
          <li>
            {it.happened === 'passed' ? <Tag colour="green">{words(it)}</Tag> : words(it)} at {timeOfDay(it.at)}, noted
            by {staffNames.get(it.by) ?? 'a colleague'}
          </li>
        ))}
      </ul>
      {props.changes && (
        <div class="govuk-button-group">
          {passings
            .filter((it) => it !== note.passing)
            .map((it) => (
              <Answer {...props} act="passing" words={`Now: ${passingWords[it].toLowerCase()}`} value={it} />
            ))}
          {note.passing === 'may' && <Answer {...props} act="passed" words={`I told ${other}`} value="" />}
        </div>
      )}
    </>
  )
}

const Answer = (
  props: NoteProps & { readonly act: 'passing' | 'passed'; readonly words: string; readonly value: string },
) => (
  <Form
    action={`/office/live-notes/${props.note.id}/${props.act}`}
    formFields={
      <>
        <HiddenField name="_form" value={props.tokenFor()} />
        {props.value !== '' && <HiddenField name="passing" value={props.value} />}
      </>
    }
  >
    <Button preventDoubleClick classes={props.act === 'passed' ? undefined : 'govuk-button--secondary'}>
      {props.words}
      <span class="govuk-visually-hidden">: “{props.note.words}”</span>
    </Button>
  </Form>
)
