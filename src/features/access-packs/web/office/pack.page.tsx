import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { newPassphrase } from '../../domain/passphrase.ts'
import { fieldWords, placeWords } from '../../domain/words.ts'
import { PackForm, type PackPageProps, packPath } from './pack-form.tsx'
import { ReviewPart } from './review-part.tsx'

/** What somebody gets who asked to see what is held: what there is, what waits to be looked at, and who lets it go. */
export function PackPage(props: PackPageProps) {
  const { pack, form, requestId, reference } = props
  return (
    <>
      <BackLink href={`/office/requests/${requestId}`}>Request {reference}</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">What they get</h1>
      {pack === null ? <NotBegun {...props} /> : <Begun {...props} />}
    </>
  )
}

const NotBegun = (props: PackPageProps) =>
  props.closed ? (
    <InsetText>This request is closed, and nothing was collected for it.</InsetText>
  ) : (
    <>
      <p class="govuk-body">
        The service collects what it holds about them. What is theirs goes by itself. What was written freely and may
        tell of others comes here to be read. What they may not have stays where it is.
      </p>
      <PackForm of={props} act="collect" button="Collect what we hold" />
    </>
  )

function Begun(props: PackPageProps) {
  const { pack, item } = props
  if (pack === null) return null
  if (pack.state === 'asked') {
    return (
      <>
        <InsetText>It is being collected. This takes less than a minute.</InsetText>
        <Button href={packPath(props.requestId)} classes="govuk-button--secondary">
          Look again
        </Button>
      </>
    )
  }
  return (
    <>
      <State {...props} />
      <Counts {...props} />
      {item ? (
        <>
          <ReviewPart of={props} item={item} />
          <Again {...props} />
        </>
      ) : (
        <LetGo {...props} />
      )}
    </>
  )
}

function State({ pack, names }: PackPageProps) {
  if (pack === null) return null
  const by = (id: Id | null) => (id && names.get(id)) ?? 'A colleague'
  const at = (time: Temporal.Instant) => dateAndTime(time)
  return (
    <SummaryList
      rows={[
        pack.collectedAt !== null && { key: 'Collected', value: at(pack.collectedAt) },
        pack.readyAt !== null && { key: 'Found ready by', value: `${by(pack.readyBy)}, ${at(pack.readyAt)}` },
        pack.releasedAt !== null && { key: 'Let go by', value: `${by(pack.releasedBy)}, ${at(pack.releasedAt)}` },
        pack.releasedAt !== null && { key: 'Told that it is there', value: saidWords[pack.saidHow ?? 'nobody'] },
        pack.goodUntil !== null && { key: 'They can take it until', value: plainDate(pack.goodUntil) },
        pack.emptiedAt !== null && { key: 'Words taken out of it', value: at(pack.emptiedAt) },
      ]}
    />
  )
}

const saidWords = {
  email: 'By e-mail, when it is safe',
  letter: 'By letter',
  nobody: 'Not yet: no way to write is safe and was theirs before they asked. Tell them when you reach them',
}

/** What stays and must not be told of is in none of these numbers. */
function Counts({ counts, requestId, pack }: PackPageProps) {
  const places = [...new Set(counts.map((it) => it.place))]
  const of = (place: string, fate: string) =>
    String(counts.find((it) => it.place === place && it.fate === fate)?.count ?? 0)
  return (
    <>
      <Table
        caption="What there is"
        head={['Kind', 'Goes', 'To read', 'Stays']}
        rows={places.map((it) => [placeWords(it), of(it, 'given'), of(it, 'waiting'), of(it, 'withheld')])}
      />
      {pack?.emptiedAt === null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${packPath(requestId)}/preview`}>
            Read it as they would get it (PDF)
          </a>
        </p>
      )}
    </>
  )
}

function LetGo(props: PackPageProps) {
  const { pack, actor, takings, names } = props
  if (pack?.state === 'collected')
    return (
      <>
        <p class="govuk-body">Everything was read. When you find it right, a second person reads it and lets it go.</p>
        <PackForm of={props} act="ready" button="It is ready" />
        <Again {...props} />
      </>
    )
  if (pack?.state === 'ready')
    return (
      <>
        {pack.readyBy === actor ? (
          <InsetText>You found it ready. Now somebody else reads it and lets it go.</InsetText>
        ) : (
          <>
            <p class="govuk-body">
              Read it first. Once you let it go, what was taken out is gone from it, and nothing in it can be changed.
            </p>
            <PackForm of={props} act="release" button="Let it go" />
          </>
        )}
        <Again {...props} />
      </>
    )
  return (
    <>
      {pack?.emptiedAt === null && <Sealed {...props} />}
      <Table
        caption="When it was taken"
        head={['When', 'As', 'By']}
        rows={takings.map((it) => [
          dateAndTime(it.takenAt),
          takingWords[it.what] ?? it.what,
          it.takenBy === null ? 'The person' : (names.get(it.takenBy) ?? 'A colleague'),
        ])}
      />
    </>
  )
}

const takingWords: Readonly<Record<string, string>> = {
  pdf: 'To read',
  json: 'For a program',
  archive: 'Everything, with the documents',
  portable: 'For another service',
}

/** The words that open it are made anew each time that the page is shown, and kept nowhere. */
function Sealed(props: PackPageProps) {
  const passphrase = newPassphrase()
  return (
    <Details
      summary={props.ownPages ? 'They do not use the portal' : 'They have no portal: hand it to them'}
      open={!props.ownPages}
    >
      <p class="govuk-body">
        Take it as one encrypted file and send or hand them that. Say these words to them on a number that we had before
        they asked. Do not write them where the file is. They open it with the free program “age”.
      </p>
      <p class="govuk-body">
        <strong class="ev-pre">{passphrase}</strong>
      </p>
      <PackForm of={props} act="archive" button="Take the encrypted file" secondary>
        <HiddenField name="passphrase" value={passphrase} />
      </PackForm>
    </Details>
  )
}

const Again = (props: PackPageProps) => (
  <>
    {props.decided.length > 0 && (
      <Details summary="Look again at what was decided">
        <ul class="govuk-list">
          {props.decided.map((it) => (
            <li>
              <a class="govuk-link" href={`${packPath(props.requestId)}?item=${it.id}`}>
                {placeWords(it.place)}: {fieldWords(it.field)}
              </a>
              {it.decision === 'given' ? ' – goes' : ' – stays'}
            </li>
          ))}
        </ul>
      </Details>
    )}
    <PackForm of={props} act="aside" button="Put it aside and collect anew" secondary />
  </>
)
